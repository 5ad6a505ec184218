"""A site that exists for one document: its name, its region, its way of writing dates, names and markers."""
import datetime
import re

REGIONS = {"saudi": "gulf", "kuwait": "gulf", "oman": "gulf", "uae": "gulf", "jordan": "levant", "lebanon": "levant",
           "syria": "levant", "palestine": "levant"}
WESTERN = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
MOROCCAN = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split()
ALGERIAN = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split()
EASTERN = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
           "كانون الأول"]
MONTHS = {"morocco": MOROCCAN, "algeria": ALGERIAN, "tunisia": ALGERIAN, "levant": EASTERN, "iraq": EASTERN, "diaspora": EASTERN}
ENGLISH = "January February March April May June July August September October November December".split()
HIJRI = ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة",
         "ذو الحجة"]
WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
# What sites of a kind write about; the others write about everything.
TOPICS = {"sport": ["sport"], "forum": ["tech", "society", "women", "culture", "education", "health", "cars"],
          "women": ["women", "health", "society", "education"], "religion": ["religion"],
          "agency": ["politics", "economy", "local", "sport"],
          "blog": ["tech", "culture", "opinion", "education", "travel", "society", "science", "health", "cars"],
          "magazine": ["culture", "opinion", "science", "society", "tech", "travel", "women", "economy", "cars", "education"]}
SMALL_LETTERS = "abcdefghijkmnopqrstuvwxyz"
SIGNS = SMALL_LETTERS + SMALL_LETTERS.upper() + "0123456789"


class Site:
    def __init__(self, r, pools, text, library):
        self.r, self.pools, self.text = r, pools, text
        self.library = [other for other in library if other.name != text.name and other.title]
        region = REGIONS.get(text.region, text.region)
        if region == "general":
            region = r.of("morocco algeria egypt levant iraq gulf sudan diaspora".split())
        fitting = [row for row in pools["sites"] if text.topic in TOPICS.get(row[3], [text.topic])]
        near = [row for row in fitting if row[2] in (region, "general")]
        self.name, self.latin, _, self.kind = r.of(near if near and r.chance(85) else fitting)
        self.region = region
        self.domain = self.latin + r.of([".com", ".com", ".net", ".info", ".news", ".org"])
        self.months = MONTHS.get(region, WESTERN)
        if r.chance(20):
            self.months = WESTERN
        self.cities = [row[0] for row in pools["cities"] if row[1] == region] or [row[0] for row in pools["cities"]]
        self.city = r.of(self.cities)
        year = re.search(r"\b20[012]\d\b", " ".join(block.text for block in text.blocks if block.label == "dateline"))
        first = datetime.date(int(year[0]) if year else r.between(2003, 2025), 1, 30)
        self.today = datetime.date.fromordinal(first.toordinal() + r.below(330))
        self.age = r.weighed([(40, 0), (60, r.between(1, 25))])  # days since the article was published
        self.stamps = {use: r.of(pools.where("stamps", use)) for use in ("article", "item", "comment", "top")}
        self.author = self.name_of_a_person()
        self.sections = [row[0] for row in pools["sections"] if row[1] not in ("page", "box")]
        self.section = r.of([row[0] for row in pools["sections"] if row[1] in (text.topic, "any") and "أخبار" not in row[0]])
        # how much boilerplate its pages have: 0 none, 1 little, 2 much, 3 very much
        self.noise = r.weighed([(14, 0), (42, 1), (33, 2), (11, 3)])
        self.headline_tail = r.weighed([(70, ""), (12, "..."), (12, "…"), (6, "....")])

    # --- filling in what the patterns leave open

    def name_of_a_person(self, woman=None):
        woman = self.r.chance(35) if woman is None else woman
        given = self.r.of(self.pools.where("people", "f" if woman else "m", 0))
        return f"{given} {self.r.of(self.pools.where('people', 's', 0))}"

    def date_words(self, ago):
        """Words of the date so many days before today."""
        r = self.r
        day = datetime.date.fromordinal(self.today.toordinal() - ago)
        hour, minute, month = r.below(24), r.below(60), day.month - 1
        weekday = WEEKDAYS[day.weekday()]
        other = WESTERN if self.months is EASTERN else EASTERN
        half = ["مساء", "م", "مساءً"] if hour >= 12 else ["صباحا", "ص", "صباحاً"]
        return {"wd": weekday, "D": day.day, "DD": f"{day.day:02d}", "M": self.months[month], "MM": f"{day.month:02d}",
                "Ma": f"{self.months[month]}/{other[month]}", "M2": other[month], "Me": ENGLISH[month], "Y": day.year,
                "YY": f"{day.year % 100:02d}", "hh": f"{hour:02d}", "mm": f"{minute:02d}", "h": hour % 12 or 12, "ap": r.of(half),
                "hd": 1 + r.below(29), "hm": r.of(HIJRI), "hy": (day.year - 622) * 33 // 32,
                "tweetday": f"{ENGLISH[month]} {day.day}, {day.year}", "month": self.months[month]}

    def word(self, key):
        r, pools = self.r, self.pools
        makers = {
            "site": lambda: self.name, "latin": lambda: self.latin, "LATIN": lambda: self.latin.upper(), "domain": lambda: self.domain,
            "city": lambda: r.of(self.cities), "name": self.name_of_a_person,
            "fname": lambda: self.name_of_a_person(True), "author": lambda: self.author,
            "section": lambda: self.section, "title": self.title, "n": lambda: r.between(2, 99), "d": lambda: r.between(2, 9),
            "N": lambda: r.between(310, 98000), "t": lambda: r.between(3, 41), "s": lambda: r.between(-40, 60),
            "code": lambda: r.between(1010, 98999), "phone": lambda: f"0{r.between(20, 99)}{r.between(100000, 9999999)}",
            "min": lambda: f"{r.below(30):02d}", "sec": lambda: f"{r.below(60):02d}",
            "year": lambda: r.between(1990, self.today.year), "now": lambda: self.today.year,
            "vid": lambda: "".join(r.of(SIGNS) for _ in range(11)),
            "tag": lambda: r.of(self.text.tags).replace(" ", "_"), "topic": lambda: r.of(self.text.tags),
            "agency": lambda: r.of(pools.where("agencies", "agency")), "paper": lambda: r.of(pools.where("agencies", "paper")),
            "citytag": lambda: r.of(self.cities).replace(" ", "_"), "sitetag": lambda: self.name.replace(" ", "_"),
            "user": lambda: r.of(pools["commenters"]),
            "code2": lambda: r.of("م ح|أ ك|س ر|ع ب|ن ش|م س".split("|")), "headline": self.headline,
        }
        return str(makers[key]())

    def fill(self, pattern, far=0):
        """The pattern with its {words} filled in; `far`: how many days before today its date may lie."""
        if "{" not in pattern:
            return pattern
        dates = self.date_words(self.r.below(far + 1))
        return re.sub(r"\{(\w+)\}", lambda m: str(dates[m[1]]) if m[1] in dates else self.word(m[1]), pattern)

    def pick(self, pool, far=0):
        row = self.r.of(self.pools[pool])
        return self.fill(row if isinstance(row, str) else row[0], far)

    # --- what it writes

    def title(self):
        """Of the article, or the first words of one that has none."""
        return self.text.title or " ".join(self.text.blocks[0].text.split(" ")[:6])

    def stamp(self, use, far=0):
        return self.fill(self.stamps[use], far)

    def published(self):
        """The date of the article, as the site writes it."""
        words = self.date_words(self.age)
        return self.fill(re.sub(r"\{(\w+)\}", lambda m: str(words.get(m[1], m[0])), self.stamps["article"]))

    def headline(self, topic=None):
        r = self.r
        if topic is None and r.chance(10):
            return self.shortened(r.of(self.library).title)
        topic = topic or (self.text.topic if r.chance(50) else "any" if r.chance(35) else None)
        pool = self.pools.by_topic(topic) if topic else []
        line = self.fill(r.of(pool) if pool else r.of(self.pools["headlines"])[1])
        return self.shortened(line)

    def shortened(self, line):
        """Cut off as this site cuts off its headlines."""
        words = line.split(" ")
        if self.headline_tail and len(words) > 7 and self.r.chance(60):
            return " ".join(words[:-self.r.between(1, 2)]) + self.headline_tail
        return line

    def headline_and_excerpt(self):
        """Of another article: half of them from our own texts, so that the two belong together."""
        r = self.r
        other = r.of(self.library)
        opening = next((block.text for block in other.blocks if block.label in ("lead", "body")), "")
        words = opening.split(" ")
        if r.chance(50) and len(words) > 12:
            return self.shortened(other.title), " ".join(words[: r.between(9, 30)])
        return self.headline(), self.pick("teasers")

    def headlines(self, count):
        out = []
        while len(out) < count:
            line = self.headline()
            if line not in out:
                out.append(line)
        return out

    def byline(self, place):
        if "interview" in self.text.genre and self.r.chance(60):
            place = "interview"
        return self.fill(self.r.of(self.pools.where("bylines", place) + self.pools.where("bylines", "any")))

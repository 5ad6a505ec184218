#include "corpus/troubled_text.h"

#include <array>

namespace naqi::test {
namespace {

using Random = std::mt19937;

// Sentences without the mark at their end.
constexpr std::u16string_view kPlain[] = {
    u"أعلنت البلدية عن فتح الحديقة الكبرى أمام الزوار صباح الجمعة",
    u"وصلت القافلة إلى القرية بعد رحلة دامت ثلاثة أيام في الجبال",
    u"لم يكن أحد يتوقع أن تنتهي المباراة بهذه النتيجة",
    u"وتشير التقديرات إلى أن المحصول سيكون أفضل من العام الماضي",
    u"يعمل فريق من المهندسين على ترميم الجسر القديم منذ أشهر",
    u"ثم عاد الجميع إلى بيوتهم قبل غروب الشمس",
    u"كان الطريق طويلا، والمطر لا ينقطع، والسيارة تسير ببطء",
    u"وافق المجلس على الخطة بعد نقاش استمر حتى المساء",
    u"في الصباح فتحت الأسواق أبوابها وعاد الناس إلى أعمالهم",
    u"وقد شارك في الحملة أكثر من مئتي متطوع من أبناء الحي",
    u"ترتفع أسعار الخضار في هذا الموسم من كل عام",
    u"ويأمل الصيادون أن يهدأ البحر قبل نهاية الأسبوع",
    u"المكتبة مغلقة اليوم بسبب أعمال الصيانة؛ وستفتح غدا",
    u"وبعد ذلك بدأت الفرقة بالعزف أمام جمهور كبير",
    u"لا تزال أسباب الحادث غير معروفة حتى الآن",
    u"اختارت اللجنة ثلاثة أعمال من بين خمسين عملا مشاركا",
    u"وأضاف أن العمل سيستمر رغم الصعوبات",
    u"أما السكان فقد عبروا عن ارتياحهم لانتهاء المشروع",
    u"يبدأ العام الدراسي الجديد بعد أسبوعين",
    u"إنها المرة الأولى التي يزور فيها المنتخب هذه المدينة",
    u"من جهتها رحبت النقابة بالقرار وطالبت بتنفيذه سريعا",
    u"عبر النهر مرتين في يوم واحد ولم يتعب",
    u"والحق أن أحدا لم يسأل عن السبب",
    u"بيعت اللوحة في المزاد بسعر لم يتوقعه أصحابها",
};
constexpr std::u16string_view kQuestions[] = {
    u"هل يكفي هذا المبلغ لإصلاح المدرسة",
    u"من يصدق أن الحكاية انتهت هنا",
    u"وماذا عن الذين ينتظرون منذ الصباح",
    u"أين ذهبت كل تلك الكتب",
};
constexpr std::u16string_view kCries[] = {u"يا لها من مفاجأة", u"ما أجمل هذا المكان في الربيع",
                                          u"كفى انتظارا"};
constexpr std::u16string_view kAbbreviated[] = {
    u"استقبل د. سامر نعمة وفد الأطباء في مكتبه",  u"ألقى أ.د. هشام قاسم محاضرة عن تاريخ العمارة",
    u"تشرف م. رنا خليل على أعمال البناء",         u"يعود المعبد إلى عام 450 ق.م. تقريبا بحسب الخبراء",
    u"تراسل الجمعية على ص.ب. 3317 في المدينة",    u"نقلت د.ب.أ عن مصادرها أن الوفد غادر",
    u"حضر اللقاء أ. فؤاد ياسين و د. هالة مراد",   u"ورد ذلك في الفصل الثاني، ص. 48 من الكتاب",
    u"وقعت شركة الميناء ش.م.م. عقدا جديدا للنقل", u"تعمل شركة Nadir Inc. في مجال البرمجيات منذ سنوات",
    u"كتب ج. ر. هادلي مقالا عن الرحلة",           u"بدأ العمل سنة 1441 هـ. الموافق للسنة الماضية",
    u"التقى الرئيس م.ع. حسن أعضاء النادي",        u"بنيت القلعة سنة 200 ق. م على تلة عالية",
};
constexpr std::u16string_view kNumbers[] = {
    u"بلغت نسبة النمو 3.5 في المئة خلال الربع الأول",
    u"عقد الاجتماع في 12.08.2014 بحضور الأعضاء",
    u"يبلغ عدد السكان 1.250.000 نسمة بحسب آخر إحصاء",
    u"يمكن التسجيل على www.nadi.example.com قبل نهاية الشهر",
    u"الأسعار منشورة على https://souq.example.org/list?page=2&lang=ar للجميع",
    u"أرسلوا طلباتكم إلى info@nadi.example.org مع صورة",
    u"صدرت النسخة 2.4.1 من البرنامج هذا الأسبوع",
    u"انخفضت الحرارة إلى 4.5 درجات تحت الصفر",
    u"تنطلق الرحلة عند الساعة 9.30 من المحطة",
};
constexpr std::u16string_view kSpeakers[] = {u"قال المدير", u"وقالت الطبيبة",  u"وأكد الناطق باسم النقابة",
                                             u"صرخ الحارس", u"وأوضحت المعلمة", u"وكتب في رسالته"};
constexpr std::u16string_view kAttributions[] = {u"بحسب البيان", u"وفق ما جاء في التقرير", u"على حد قوله",
                                                 u"كما قال المدير"};
constexpr std::u16string_view kItems[] = {
    u"جمع الأوراق المطلوبة", u"تسليم الطلب في الموعد", u"دفع الرسوم",
    u"انتظار الموافقة",      u"مراجعة المكتب الرئيسي",
};
constexpr std::u16string_view kHeadlines[] = {
    u"المدينة تستعد لموسم الأمطار",
    u"ثلاث طرق لحفظ الخبز",
    u"عودة القطار القديم إلى الخدمة",
    u"ما وراء الجدار",
    u"سوق الذهب اليوم",
};
constexpr std::u16string_view kGlued[] = {
    u"افتتحت في المدينةأمس ثلاث مدارس", u"زار الوزير محطةالقطار الجديدة", u"وصل الوفد إلىالمطار ليلا",
    u"في الساعة15:00 تبدأ الجلسة",      u"يعمل موقعnadi منذ عامين",
};

class Writer {
 public:
  Writer(Trouble trouble, Random& random) : trouble_(trouble), random_(random) {}

  Troubled write() {
    for (int paragraph = 0; paragraph < 6; ++paragraph) {
      if (trouble_ == Trouble::headlines_without_stops || one_in(3)) {
        unit(pick(kHeadlines));
        out_.text += u'\n';
      }
      if (trouble_ == Trouble::lists) {
        list();
      }
      const std::size_t start = out_.text.size();
      const std::size_t sentences = 4 + random_() % 4;
      for (std::size_t i = 0; i < sentences; ++i) {
        sentence(i + 1 == sentences);
      }
      if (trouble_ == Trouble::hard_wrapped) {
        wrap(start);
      }
      out_.text += u"\n\n";
    }
    return std::move(out_);
  }

 private:
  template <std::size_t N>
  std::u16string pick(const std::u16string_view (&list)[N]) {
    return std::u16string(list[random_() % N]);
  }
  bool one_in(std::uint32_t n) { return random_() % n == 0; }

  void end() { out_.ends.push_back(static_cast<std::uint32_t>(out_.text.size())); }
  void unit(const std::u16string& text) {
    out_.text += text;
    end();
  }

  /// One sentence with its mark, the trouble in it more often than not.
  std::u16string clause() {
    if (trouble_ == Trouble::abbreviations ? !one_in(4) : one_in(12)) {
      return pick(kAbbreviated);
    }
    if (trouble_ == Trouble::numbers_and_addresses ? !one_in(4) : one_in(12)) {
      return pick(kNumbers);
    }
    if (trouble_ == Trouble::glued_words && !one_in(3)) {
      return pick(kGlued);
    }
    std::u16string text = pick(kPlain);
    if (trouble_ == Trouble::ellipsis && !one_in(3)) {
      pause(text);
    }
    return text;
  }

  std::u16string marked() {
    const auto kind = random_() % 10;
    return kind == 0 ? pick(kQuestions) + u'؟' : kind == 1 ? pick(kCries) + u'!' : clause() + u'.';
  }

  /// «…» or ".." behind one of the words.
  void pause(std::u16string& text) {
    std::vector<std::size_t> spaces;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == u' ') {
        spaces.push_back(i);
      }
    }
    static constexpr std::u16string_view kPauses[] = {u"…", u"..", u"...", u" ..."};
    text.insert(spaces[random_() % spaces.size()], pick(kPauses));
  }

  void quotation() {
    static constexpr std::pair<std::u16string_view, std::u16string_view> kSigns[] = {
        {u"«", u"»"}, {u"\"", u"\""}, {u"“", u"”"}, {u"”", u"“"}, {u"»", u"«"}};
    const auto& [open, close] = kSigns[random_() % std::size(kSigns)];
    std::u16string inside = marked() + u' ' + marked();
    if (one_in(3)) {
      inside += u' ' + marked();
    }
    switch (random_() % 4) {
      case 0:  // the mark behind the quotation
        inside.pop_back();
        out_.text += pick(kSpeakers) + u": " + std::u16string(open) + inside + std::u16string(close) + u'.';
        break;
      case 1:  // the mark inside it
        inside.back() = u'.';
        out_.text += pick(kSpeakers) + u": " + std::u16string(open) + inside + std::u16string(close);
        break;
      case 2:  // the sentence goes on behind it
        inside.back() = u'.';
        out_.text += pick(kSpeakers) + u": " + std::u16string(open) + inside + std::u16string(close) + u"، " +
                     pick(kAttributions) + u'.';
        break;
      default:
        inside.back() = u'.';
        out_.text += pick(kSpeakers) + u": " + std::u16string(open) + inside + std::u16string(close) + u' ' +
                     std::u16string(kAttributions[random_() % 2]) + u'.';
        break;
    }
    end();
  }

  /// A sentence with one sign of a pair, or with a pair that is set the wrong way round.
  void broken_quotation() {
    static constexpr std::u16string_view kSigns[] = {u"«", u"\"", u"“", u"("};
    std::u16string text = clause();
    const std::size_t space = text.find(u' ', text.size() / 3);
    switch (random_() % 3) {
      case 0: text.insert(space + 1, pick(kSigns)); break;
      case 1: text.insert(space, u"»"); break;
      default: {
        const std::size_t behind = text.find(u' ', space + 1);
        text.insert(behind == std::u16string::npos ? text.size() : behind, u"«");
        text.insert(space + 1, u"»");
        break;
      }
    }
    unit(text + u'.');
  }

  void list() {
    static constexpr std::u16string_view kLetters[] = {u"أ", u"ب", u"ج"};
    const auto kind = random_() % 5;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::u16string digit(1, static_cast<char16_t>(u'1' + i));
      out_.text += kind == 0   ? digit + u". "
                   : kind == 1 ? digit + u"- "
                   : kind == 2 ? std::u16string(u"• ")
                   : kind == 3 ? std::u16string(kLetters[i]) + u". "
                               : u"(" + digit + u") ";
      unit(pick(kItems) + (one_in(2) ? u"." : u""));
      out_.text += u'\n';
    }
  }

  void sentence(bool last) {
    if (trouble_ == Trouble::framed_quotes && !one_in(3)) {
      quotation();
    } else if (trouble_ == Trouble::broken_quotes && !one_in(3)) {
      broken_quotation();
    } else {
      unit(marked());
    }
    if (!last && !(trouble_ == Trouble::missing_spaces && !one_in(3))) {
      out_.text += u' ';
    }
  }

  /// Breaks the text from `start` on into lines of at most 60 units.
  void wrap(std::size_t start) {
    constexpr std::size_t kWidth = 60;
    std::size_t line = start;
    std::size_t space = 0;
    for (std::size_t i = start; i < out_.text.size(); ++i) {
      if (i - line > kWidth && space > line) {
        out_.text[space] = u'\n';
        line = space + 1;
      }
      if (out_.text[i] == u' ') {
        space = i;
      }
    }
  }

  Trouble trouble_;
  Random& random_;
  Troubled out_;
};

}  // namespace

std::string_view name(Trouble trouble) noexcept {
  static constexpr std::array<std::string_view, kTroubles> kNames = {
      "ordinary articles",   "abbreviations",      "missing spaces", "framed quotations",
      "broken quotations",   "ellipses",           "lists",          "numbers, addresses",
      "headlines, no stops", "hard-wrapped lines", "glued words"};
  return kNames[static_cast<std::size_t>(trouble)];
}

Troubled troubled_text(Trouble trouble, Random& random) { return Writer(trouble, random).write(); }

}  // namespace naqi::test

#!/usr/bin/env python3
"""`naqi batch` as those meet it who clean a corpus: what comes out, and what is left after every kind of bad end.

    batch_test.py PATH_OF_NAQI
"""
import ctypes
import gzip
import json
import os
import pty
import random
import signal
import subprocess
import sys
import tempfile
import time
import unittest

NAQI = os.path.abspath(sys.argv.pop(1))
ARTICLE = """افتتاح الميناء الجديد

افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة الساحلية 😀.

إقرأ أيضا: وزير النقل يزور المطار

وقال الوزير: «سيعمل الميناء بكامل طاقته قبل نهاية العام المقبل».
"""
ENGLISH = "The minister opened the new harbour of the town this morning, and said that it will work at full capacity.\n"


def naqi(*arguments, data=b"", check=0, **options):
    if isinstance(data, str):
        data = data.encode()
    run = subprocess.run([NAQI, *map(str, arguments)], input=data, capture_output=True, timeout=300, **options)
    if check is not None and run.returncode != check:
        raise AssertionError(f"exit {run.returncode}: {run.stderr.decode(errors='replace')}")
    return run


def jsonl(records):
    return "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in records).encode()


def batch(records, *arguments, check=0):
    out = naqi("batch", *arguments, data=jsonl(records), check=check).stdout.decode()
    return [json.loads(line) for line in out.splitlines()]


def document(text, *arguments):
    return json.loads(naqi("clean", *arguments, data=text).stdout)


def many(count, length=1):
    rng = random.Random(7)
    return [{"id": i, "text": (f"مقال رقم {i}\n\n" + ARTICLE) * rng.randint(1, length)} for i in range(count)]


class Zstd:
    """The library itself, since Python 3.11 has no module for it."""
    library = ctypes.CDLL("libzstd.so.1")
    library.ZSTD_compressBound.restype = ctypes.c_size_t
    library.ZSTD_compress.restype = ctypes.c_size_t

    @classmethod
    def pack(cls, data):
        room = ctypes.create_string_buffer(cls.library.ZSTD_compressBound(ctypes.c_size_t(len(data))))
        size = cls.library.ZSTD_compress(room, ctypes.c_size_t(len(room)), data, ctypes.c_size_t(len(data)), 3)
        return room.raw[:size]


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()


class Records(unittest.TestCase):
    def test_the_other_fields_stay_as_they_are(self):
        line = '{"big":12345678901234567890123,"id": 1.50e3 , "a":{"b":[1,{"c":"}\\""}]},"text":"نص قصير","t":"\\u0041"}'
        run = naqi("batch", data=line + "\n").stdout.decode()
        self.assertTrue(run.startswith(line[:-1] + ',"naqi":{"schema":"naqi/1"'), run[:200])
        self.assertEqual(json.loads(run)["naqi"], document("نص قصير"))

    def test_the_document_is_that_of_clean(self):
        for options in ([], ["--words"], ["--offsets", "codepoint"], ["--profile", "search"], ["--set", "fold_alef=on"]):
            (record,) = batch([{"text": ARTICLE}], *options)
            self.assertEqual(record["naqi"], document(ARTICLE, *options))

    def test_formats(self):
        for form in ("text", "markdown"):
            (record,) = batch([{"text": ARTICLE}], "--format", form)
            self.assertEqual(record["naqi"], naqi("clean", "--format", form, data=ARTICLE).stdout.decode())

    def test_field(self):
        (record,) = batch([{"text": 1, "body": ARTICLE}], "--field", "body")
        self.assertEqual(record["naqi"], document(ARTICLE))

    def test_order_is_kept_on_many_threads(self):
        records = many(300, length=20)
        self.assertEqual([r["id"] for r in batch(records, "--jobs", "8")], [r["id"] for r in records])
        self.assertEqual(naqi("batch", "--jobs", 8, data=jsonl(records)).stdout,
                         naqi("batch", "--jobs", 1, data=jsonl(records)).stdout)

    def test_bad_records_come_out_with_their_error_and_stop_nothing(self):
        records = [{"text": "نص"}, "not json", "", {"id": 3}, {"id": 4, "text": 5}, "[1]", {"id": 6, "text": "نص"}, "{"]
        found = batch(records, check=1)
        self.assertEqual([r.get("id") for r in found], [None, None, 3, 4, None, 6, None])
        self.assertEqual([r.get("error", {}).get("line") for r in found], [None, 2, 4, 5, 6, None, 8])
        self.assertEqual({r["error"]["code"] for r in found if "error" in r}, {"INVALID_OPTION"})
        self.assertEqual([("naqi" in r) for r in found], [True, False, False, False, False, True, False])
        self.assertIn('lacks "text"', found[2]["error"]["message"])
        run = naqi("batch", data=jsonl(records), check=1)
        self.assertIn(b"5 of 7 records with errors", run.stderr)

    def test_bad_bytes(self):
        data = b'{"id":1,"text":"a\xff"}\n{"id":2,"text":"b"}\n'
        first, second = map(json.loads, naqi("batch", data=data, check=1).stdout.splitlines())
        self.assertEqual((first["error"]["code"], first["error"]["position"]), ("INVALID_ENCODING", 17))
        self.assertEqual(second["id"], 2)
        first = json.loads(naqi("batch", "--replace-invalid", data=data).stdout.splitlines()[0])
        self.assertEqual(first["naqi"]["blocks"][0]["text"], "a\ufffd")

    def test_lone_surrogates_are_text(self):
        for escape in (r"\ud800", r"\uDC00", r"\uDC00\ud800", r"\ud800\n", r"\\\ud800"):
            (record,) = batch(['{"text":"قال ' + escape + ' هذا"}'])
            text = json.loads(f'"قال {escape} هذا"')
            self.assertEqual(record["naqi"]["source_length"], len(text.encode("utf-16-le", "surrogatepass")) // 2)
        (record,) = batch([r'{"text":"\ud83d\ude00 \\ud800"}'])
        self.assertEqual(record["naqi"]["blocks"][0]["text"], "😀 \\ud800")

    def test_an_earlier_result_is_replaced(self):
        once = naqi("batch", data=jsonl([{"id": 1, "text": ARTICLE, "z": [1, 2]}])).stdout
        self.assertEqual(naqi("batch", data=once).stdout, b'{"id":1,"text":' + json.dumps(
            ARTICLE, ensure_ascii=False).encode() + b',"z":[1, 2],"naqi":' + once.split(b'"naqi":', 1)[1])
        (record,) = batch([{"error": "old", "n\u0061qi": 1, "text": "نص"}, ])
        self.assertEqual(list(record), ["text", "naqi"])
        self.assertEqual(naqi("batch", data='{"n\\u0061qi":1,"text":"a"}\n').stdout.count(b"qi\":"), 1)

    def test_deep_nesting(self):
        deep = "[" * 100000 + "]" * 100000
        (line,) = naqi("batch", data='{"deep":%s,"text":"نص"}\n' % deep).stdout.splitlines()
        self.assertTrue(line.startswith(b'{"deep":' + deep.encode() + b',"text"'))

    def test_empty_objects_white_space_and_line_ends(self):
        found = batch([' { } ', ' { "text" : "نص" } \r'], check=1)
        self.assertIn("error", found[0])
        self.assertEqual(list(found[1]), ["text", "naqi"])
        self.assertEqual(batch(["\ufeff" + '{"text":"نص"}'])[0]["text"], "نص")
        self.assertEqual(naqi("batch", data=b"").stdout, b"")
        self.assertEqual(naqi("batch", data=b"\n\n \n").stdout, b"")


class Choice(InFolder):
    def test_select(self):
        (record,) = batch([{"text": ARTICLE}], "--select", "title.text,blocks.label,blocks.text,statistics,markdown")
        whole = document(ARTICLE)
        self.assertEqual(record["naqi"], {
            "title": {"text": whole["title"]["text"]},
            "blocks": [{"label": b["label"], "text": b["text"]} for b in whole["blocks"]],
            "statistics": whole["statistics"],
            "markdown": naqi("clean", "--format", "markdown", data=ARTICLE).stdout.decode()})

    def test_a_whole_field_wins_over_its_parts(self):
        for paths in ("title,title.text", "title.text,title"):
            self.assertEqual(batch([{"text": ARTICLE}], "--select", paths)[0]["naqi"], {"title": document(ARTICLE)["title"]})

    def test_unknown_fields_are_named(self):
        for path in ("tittle", "blocks.txt", "schema.x", "title.", ".title"):
            run = naqi("batch", "--select=" + path, check=2)
            self.assertIn(b"statistics", run.stderr, path)

    def test_drop(self):
        (record,) = batch([{"id": 1, "text": ARTICLE, "html": "<p>"}], "--drop", "text,html")
        self.assertEqual(list(record), ["id", "naqi"])

    def test_filters(self):
        records = [{"id": "ar", "text": ARTICLE}, {"id": "en", "text": ENGLISH}, {"id": "short", "text": "نص قصير"}]
        ids = lambda *options: [r["id"] for r in batch(records, *options)]
        words = document(ENGLISH)["statistics"]["words"]
        self.assertEqual(ids("--language", "en"), ["en"])
        self.assertEqual(ids("--language", "ar,en", "--min-words", "10"), ["ar", "en"])
        self.assertEqual(ids("--language", "en", "--max-words", words), ["en"])
        self.assertEqual(ids("--language", "en", "--max-words", words - 1), [])
        self.assertEqual(ids("--language", "en", "--min-words", words + 1), [])
        statistics = document(ARTICLE)["statistics"]
        share = statistics["kept_characters"] / (statistics["kept_characters"] + statistics["removed_characters"])
        self.assertLess(share, 1)
        self.assertIn("ar", ids("--min-kept", share - 1e-6))
        self.assertNotIn("ar", ids("--min-kept", share + 1e-6))
        blocks = document(ARTICLE)["blocks"]
        size = lambda block: block["span"][1] - block["span"][0]
        mean = sum(b["confidence"] * size(b) for b in blocks) / sum(map(size, blocks))
        self.assertIn("ar", ids("--min-confidence", mean - 1e-6))
        if mean < 1:
            self.assertNotIn("ar", ids("--min-confidence", mean + 1e-6))

    def test_stats(self):
        records = [{"text": ARTICLE}, {"text": ARTICLE}, {"text": ENGLISH}, "bad"]
        run = naqi("batch", "--language", "ar", "--stats", "--stats-json", self.path("stats"), data=jsonl(records), check=1)
        stats = json.loads(self.read("stats"))
        self.assertEqual((stats["records"], stats["written"], stats["errors"], stats["filtered"], stats["languages"]),
                         (4, 2, {"INVALID_OPTION": 1}, {"language": 1}, {"ar": 2}))
        blocks = document(ARTICLE)["blocks"]
        for label, amount in stats["labels"].items():
            found = [b for b in blocks if b["label"] == label]
            self.assertEqual(amount["blocks"], 2 * len(found))
            self.assertEqual(amount["characters"], 2 * sum(b["span"][1] - b["span"][0] for b in found))
        removed = [b for b in blocks if not b["kept"]]
        self.assertGreater(len(removed), 0)
        self.assertEqual(sum(rule["blocks"] for rule in stats["rules"].values()), 2 * len(removed))
        self.assertIn(removed[0]["reasons"][0]["rule"], stats["rules"])
        self.assertRegex(run.stderr.decode(), r"(?m)^related_link +2 +\d+$")


class Sites(InFolder):
    LINE = "تبث محطتنا الجبلية برامجها على مدار الساعة من أعالي الوادي الأخضر."
    NAMES = ("القطن", "القمح", "النخيل", "الزيتون", "العنب", "الرمان", "التين", "اللوز", "الجوز", "السمسم", "العدس", "الشعير")

    def article(self, name, line):
        # Lines with the name are the document's own.
        return (f"موسم {name} هذا العام\n\nقال مزارعون إن محصول {name} في القرى الشمالية جاء وفيرا بعد أمطار الشتاء، وإن أسعاره استقرت في الأسواق.\n\n"
                f"{line}\n\nوأضاف تجار {name} أن الطلب ارتفع كثيرا في الأسابيع الماضية بسبب قرب الأعياد وعودة المغتربين.\n")

    def kept(self, records, *options):
        path = self.file("in.jsonl", jsonl(records))
        out = naqi("batch", path, "--site-field", "url", *options).stdout.decode().splitlines()
        return [self.LINE in [b["text"] for b in json.loads(line)["naqi"]["blocks"] if b["kept"]] for line in out]

    def records(self, count, line=None, site="a.example"):
        return [{"url": f"https://{site}/{i}?q=://b", "text": self.article(f"{self.NAMES[i % 12]} {i // 12}", line or self.LINE)}
                for i in range(count)]

    def test_a_line_that_recurs_on_a_site_is_removed_with_its_reason(self):
        self.assertEqual(self.kept(self.records(12)), [False] * 12)
        out = naqi("batch", self.path("in.jsonl"), "--site-field", "url").stdout.splitlines()
        (block,) = [b for b in json.loads(out[0])["naqi"]["blocks"] if b["text"] == self.LINE]
        self.assertEqual((block["label"], block["reasons"][0]["rule"]), ("navigation", "recurs-on-site"))
        self.assertEqual({b["text"] for b in json.loads(out[0])["naqi"]["blocks"] if not b["kept"]}, {self.LINE})

    def test_without_the_option_it_is_kept(self):
        self.assertTrue(all(self.LINE in r["naqi"] for r in batch(self.records(12), "--format", "text")))

    def test_few_documents_tell_nothing_and_neither_do_other_sites(self):
        self.assertEqual(self.kept(self.records(4)), [True] * 4)
        spread = [record for i in range(8) for record in self.records(1, site=f"{i}.example")]
        self.assertEqual(self.kept(spread), [True] * 8)

    def test_a_line_on_less_than_a_tenth_of_the_pages_tells_nothing(self):
        others = self.records(200, line="سطر غير ذلك يذكر شيئا آخر تماما عن الطقس.")[12:]
        self.assertEqual(self.kept(self.records(12) + others)[:12], [True] * 12)

    def test_an_article_that_is_there_many_times_is_kept(self):
        self.assertEqual(self.kept(self.records(1) * 30), [True] * 30)
        # Copies with a line of their own: most of each recurs.
        copies = [{**r, "text": r["text"] + f"\nرقم النسخة {i} من الخبر نفسه.\n"} for i, r in enumerate(self.records(1) * 30)]
        self.assertEqual(self.kept(copies), [True] * 30)

    def test_little_memory_gives_the_same_for_few_lines(self):
        self.assertEqual(self.kept(self.records(12), "--site-memory", "1"), [False] * 12)

    def test_titles_stay(self):
        records = [{"url": "https://a.example", "text": r["text"].replace(r["text"].split("\n")[0], "المزارعون يستقبلون الموسم الجديد بنشرة أسبوعية")}
                   for r in self.records(12)]
        path = self.file("in.jsonl", jsonl(records))
        for line in naqi("batch", path, "--site-field", "url").stdout.splitlines():
            self.assertEqual(json.loads(line)["naqi"]["title"]["text"], "المزارعون يستقبلون الموسم الجديد بنشرة أسبوعية")

    def test_a_record_without_a_site_is_cleaned_as_ever(self):
        records = self.records(12)
        del records[3]["url"]
        records[4]["url"] = 5
        self.assertEqual(self.kept(records), [i in (3, 4) for i in range(12)])

    def test_a_pipe_cannot_be_read_twice(self):
        self.assertIn(b"--site-field", naqi("batch", "--site-field", "url", check=2).stderr)


class Limits(InFolder):
    def test_a_record_that_is_too_long(self):
        found = batch([{"id": 1, "text": "نص"}, {"id": 2, "text": "ن" * 3000000}, {"id": 3, "text": "نص"}],
                      "--max-bytes", "1000", check=1)
        self.assertEqual([r.get("id") for r in found], [1, None, 3])
        self.assertEqual((found[1]["error"]["code"], found[1]["error"]["line"]), ("INPUT_TOO_LARGE", 2))
        found = batch([{"text": "ن" * 3000000}], "--max-bytes", "1000", check=1)
        self.assertEqual(len(found), 1)

    def test_a_record_that_takes_too_long_holds_up_nobody(self):
        slow = {"id": "slow", "text": ARTICLE * 40000}
        records = [{"id": 0, "text": "نص"}, slow] + [{"id": i, "text": "نص"} for i in range(1, 50)]
        found = batch(records, "--max-seconds", "0.3", "--jobs", "1", check=1)
        self.assertEqual([r["id"] for r in found], [r["id"] for r in records])
        self.assertEqual([r["id"] for r in found if "error" in r], ["slow"])
        self.assertEqual(found[1]["error"]["code"], "ABORTED")
        self.assertEqual(found[1]["text"], slow["text"])

    def test_memory_does_not_grow_with_the_input(self):
        data = jsonl(many(400, length=4))
        peak = {}
        for times in (2, 40):
            path = self.file("many.jsonl", data * times)
            script = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True);"
                      "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
            run = subprocess.run([sys.executable, "-c", script, NAQI, "batch", path, "--jobs", "2", "--output",
                                  os.devnull], capture_output=True, check=True)
            peak[times] = int(run.stdout)
        self.assertLess(peak[40], peak[2] + 60 * 1024, peak)

    def test_answers_come_before_the_input_ends(self):
        with subprocess.Popen([NAQI, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
            for i in range(3):
                run.stdin.write(jsonl([{"id": i, "text": "نص"}]))
                run.stdin.flush()
                self.assertEqual(json.loads(run.stdout.readline())["id"], i)
            run.stdin.close()
            self.assertEqual(run.wait(timeout=10), 0)


class Files(InFolder):
    def test_packed_files(self):
        data = jsonl(many(200))
        wanted = naqi("batch", data=data).stdout
        self.file("in.jsonl", data)
        self.file("in.jsonl.gz", gzip.compress(data[:1000]) + gzip.compress(data[1000:]) + b"\0" * 512)
        self.file("in.jsonl.zst", Zstd.pack(data[:1000]) + Zstd.pack(data[1000:]))
        for ending in ("", ".gz", ".zst"):
            self.assertEqual(naqi("batch", self.path("in.jsonl" + ending)).stdout, wanted, ending)
            naqi("batch", self.path("in.jsonl"), "--output", self.path("out" + ending))
        self.assertEqual(self.read("out"), wanted)
        self.assertEqual(gzip.decompress(self.read("out.gz")), wanted)
        self.file("back.jsonl.zst", self.read("out.zst"))
        again = naqi("batch", self.path("back.jsonl.zst")).stdout
        self.assertEqual([json.loads(line) for line in again.splitlines()],
                         [json.loads(line) for line in wanted.splitlines()])
        self.assertLess(len(self.read("out.zst")), len(wanted) / 4)

    def test_nothing_packed_is_still_a_stream(self):
        naqi("batch", "--output", self.path("out.gz"))
        self.assertEqual(gzip.decompress(self.read("out.gz")), b"")
        naqi("batch", "--output", self.path("out.zst"))
        self.assertEqual(naqi("batch", self.path("out.zst")).stdout, b"")

    def test_a_stream_that_is_cut_off_gives_what_it_has_and_an_error(self):
        records = many(400)
        data = jsonl(records)
        for ending, pack in ((".gz", gzip.compress), (".zst", Zstd.pack)):
            whole = pack(data)
            path = self.file("in.jsonl" + ending, whole[:len(whole) * 2 // 3])
            run = naqi("batch", path, check=2)
            self.assertIn(b"cut off", run.stderr)
            found = [json.loads(line) for line in run.stdout.splitlines()]
            self.assertEqual([r["id"] for r in found], list(range(len(found))))
            self.assertTrue(all("naqi" in r for r in found))
            naqi("batch", self.file("none" + ending, b""), check=2)
            damaged = bytearray(whole)
            damaged[len(whole) // 2:len(whole) // 2 + 100] = b"x" * 100
            self.assertIn(b"damaged", naqi("batch", self.file("bad" + ending, bytes(damaged)), check=2).stderr)

    def test_a_cut_off_file_is_gone_on_with_when_it_is_whole(self):
        data = jsonl(many(400))
        for ending, pack in ((".gz", gzip.compress), (".zst", Zstd.pack)):
            whole = pack(data)
            path = self.file("in.jsonl" + ending, whole[:len(whole) * 2 // 3])
            arguments = ("batch", path, "--output", self.path("out" + ending), "--resume", self.path("state" + ending))
            naqi(*arguments, check=2)
            self.file("in.jsonl" + ending, whole)
            naqi(*arguments)
            again = naqi("batch", self.file("back.jsonl" + ending, self.read("out" + ending))).stdout
            self.assertEqual([json.loads(line) for line in again.splitlines()], batch(many(400)))

    def test_the_input_is_not_overwritten(self):
        path = self.file("in.jsonl", jsonl(many(3)))
        for options in (["--output", path], ["--output", self.path("out"), "--resume", path],
                        ["--output", self.path("out"), "--resume", self.path("out")]):
            self.assertIn(b"INVALID_OPTION", naqi("batch", path, *options, check=2).stderr)
        self.assertEqual(self.read("in.jsonl"), jsonl(many(3)))

    def test_what_cannot_be_opened(self):
        self.assertIn(b"IO", naqi("batch", self.path("none"), check=2).stderr)
        self.assertIn(b"IO", naqi("batch", self.folder, check=2).stderr)
        self.assertIn(b"IO", naqi("batch", "--output", self.folder, check=2).stderr)
        self.assertIn(b"IO", naqi("batch", "--stats-json", self.folder, check=2).stderr)


class BadEnds(InFolder):
    COUNT = 3000

    def setUp(self):
        super().setUp()
        records = many(self.COUNT, length=3)
        records[5] = "not json"
        self.data = jsonl(records)
        self.input = self.file("in.jsonl", self.data)
        self.arguments = ["batch", self.input, "--output", self.path("out.jsonl"), "--resume", self.path("state"),
                          "--jobs", "2", "--max-words", "150", "--select", "title,statistics",
                          "--stats-json", self.path("stats.json")]

    def whole(self):
        naqi("batch", self.input, *self.arguments[6:10], "--select", "title,statistics", "--output", self.path("whole.jsonl"),
             "--stats-json", self.path("whole.json"), check=1)
        return self.read("whole.jsonl"), self.read("whole.json")

    def assert_is_whole(self):
        self.assertEqual((self.read("out.jsonl"), self.read("stats.json")), self.whole())

    def test_killed_again_and_again(self):
        self.data *= 15
        self.file("in.jsonl", self.data)
        rng = random.Random(1)
        kills = 0
        for _ in range(200):
            with subprocess.Popen([NAQI, *self.arguments], stderr=subprocess.DEVNULL) as run:
                try:
                    # Long enough that every run passes a checkpoint.
                    run.wait(timeout=1.1 + rng.random() * 0.3)
                    break
                except subprocess.TimeoutExpired:
                    run.send_signal(signal.SIGKILL)
                    kills += 1
        self.assertEqual(run.returncode, 1)
        self.assertGreater(kills, 0)
        self.assert_is_whole()

    def test_killed_before_and_after_a_checkpoint_with_packed_output(self):
        self.arguments[3] = self.path("out.jsonl.zst")
        with subprocess.Popen([NAQI, *self.arguments], stderr=subprocess.DEVNULL) as run:
            while not os.path.exists(self.path("state")) and run.poll() is None:
                time.sleep(0.01)
            run.kill()
        with open(self.path("out.jsonl.zst"), "ab") as file:
            file.write(b"half of what was written after the checkpoint")
        naqi(*self.arguments, check=1)
        packed = self.read("out.jsonl.zst")
        naqi("batch", self.input, "--max-words", "150", "--select", "title,statistics", "--output", self.path("once.jsonl.zst"), check=1)
        unpack = lambda data: naqi("batch", self.file("x.jsonl.zst", data), "--select", "schema", check=1).stdout
        self.assertEqual(unpack(packed), unpack(self.read("once.jsonl.zst")))

    def test_a_second_run_does_nothing_more(self):
        naqi(*self.arguments, check=1)
        before = self.read("out.jsonl")
        naqi(*self.arguments, check=1)
        self.assertEqual(self.read("out.jsonl"), before)
        self.assert_is_whole()

    def test_a_file_that_grows(self):
        half = self.data.rindex(b"\n", 0, len(self.data) // 2) + 1
        for cut in (half, half + 60, half + 61):
            for name in ("state", "out.jsonl"):
                if os.path.exists(self.path(name)):
                    os.remove(self.path(name))
            self.file("in.jsonl", self.data[:cut])
            naqi(*self.arguments, check=1)
            lines = self.read("out.jsonl").splitlines()
            self.assertEqual(b"error" in lines[-1], cut > half)  # what is there of the last line is no record yet
            with open(self.input, "ab") as file:
                file.write(self.data[cut:])
            naqi(*self.arguments, check=1)
            self.assert_is_whole()

    def test_a_last_line_without_an_end_is_a_record(self):
        self.file("in.jsonl", self.data.rstrip(b"\n"))
        naqi(*self.arguments, check=1)
        self.assert_is_whole()
        naqi(*self.arguments, check=1)
        self.assert_is_whole()

    def test_another_input_or_another_job_is_refused(self):
        naqi(*self.arguments, check=1)
        before = self.read("out.jsonl")
        self.assertIn(b"another job", naqi(*self.arguments, "--words", check=2).stderr)
        self.file("in.jsonl", b" " + self.data)
        self.assertIn(b"is not the one", naqi(*self.arguments, check=2).stderr)
        self.file("in.jsonl", self.data[:1000])
        self.assertIn(b"is not the one", naqi(*self.arguments, check=2).stderr)
        self.assertEqual(self.read("out.jsonl"), before)
        self.file("in.jsonl", self.data)
        self.file("out.jsonl", before[:-1])
        self.assertIn(b"lacks", naqi(*self.arguments, check=2).stderr)
        self.file("state", b"{}")
        self.assertIn(b"no checkpoint", naqi(*self.arguments, check=2).stderr)
        naqi("batch", "--resume", self.path("state"), check=2)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk(self):
        for options in ([], ["--output", "/dev/full"], ["--stats-json", "/dev/full"]):
            with open("/dev/full" if not options else os.devnull, "wb") as out:
                run = subprocess.run([NAQI, "batch", self.input, *options], stdout=out, stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(run.returncode, 2)
            self.assertIn(b"naqi: IO: cannot write", run.stderr)

    def test_a_limit_on_the_size_of_files_then_more_room(self):
        # SIGXFSZ is ignored, so the system answers as a full disk does: with an error in the middle.
        script = ('import os,resource,signal,sys;signal.signal(signal.SIGXFSZ,signal.SIG_IGN);'
                  'resource.setrlimit(resource.RLIMIT_FSIZE,(300000,300000));os.execv(sys.argv[1],sys.argv[1:])')
        run = subprocess.run([sys.executable, "-c", script, NAQI, *self.arguments], capture_output=True, timeout=60)
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertIn(b"naqi: IO: cannot write", run.stderr)
        naqi(*self.arguments, check=1)
        self.assert_is_whole()

    def test_a_pipe_that_nobody_reads(self):
        with subprocess.Popen([NAQI, "batch", self.input], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            self.assertEqual(json.loads(run.stdout.readline())["id"], 0)
            run.stdout.close()
            self.assertIn(b"naqi: IO: cannot write standard output", run.stderr.read())
            self.assertEqual(run.wait(timeout=30), 2)

    def test_an_output_that_fails_while_the_input_waits(self):
        with open(self.input, "rb"), subprocess.Popen(
                [NAQI, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            run.stdout.close()
            run.stdin.write(self.data[:self.data.index(b"\n") + 1])
            run.stdin.flush()
            self.assertEqual(run.wait(timeout=30), 2)  # although the input is still open
            run.stdin.close()


class Progress(InFolder):
    def test_on_a_terminal_only(self):
        path = self.file("in.jsonl", jsonl(many(6000)))
        self.assertEqual(naqi("batch", path, "--output", os.devnull).stderr, b"")
        master, slave = pty.openpty()
        with subprocess.Popen([NAQI, "batch", path, "--output", os.devnull], stderr=slave) as run:
            os.close(slave)
            shown = b""
            while True:
                try:
                    part = os.read(master, 4096)
                except OSError:
                    break
                if not part:
                    break
                shown += part
        os.close(master)
        self.assertEqual(run.returncode, 0)
        self.assertRegex(shown.decode(), r"\d+ records, \d+ a second, \d+\.\d %, \d:\d\d:\d\d left")


class Usage(unittest.TestCase):
    def test_bad_options(self):
        for options in (["--format", "html"], ["--jobs", "0"], ["--jobs", "x"], ["--min-kept", "2"], ["--profile", "x"],
                        ["--set", "fold_alf=on"], ["--format", "text", "--select", "title"], ["--resume", "x"]):
            run = naqi("batch", *options, check=2)
            self.assertTrue(run.stderr.startswith(b"naqi: INVALID_OPTION: "), run.stderr)

    def test_help(self):
        self.assertIn(b"--resume", naqi("batch", "--help").stdout)


if __name__ == "__main__":
    unittest.main()

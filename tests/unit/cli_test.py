#!/usr/bin/env python3
"""The command line as its users meet it: what comes out, what is said, with which exit status.

    cli_test.py PATH_OF_NAQI
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

NAQI = os.path.abspath(sys.argv.pop(1))
ARTICLE = """افتتاح الميناء الجديد

افتتح وزير النقل صباح اليوم الميناء الجديد في المدينة الساحلية 😀.

وقال الوزير: «سيعمل الميناء بكامل طاقته قبل نهاية العام المقبل».
"""


def naqi(*arguments, data=b"", check=None):
    run = subprocess.run([NAQI, *arguments], input=data.encode() if isinstance(data, str) else data,
                         capture_output=True, timeout=60)
    if check is not None and run.returncode != check:
        raise AssertionError(f"exit {run.returncode}: {run.stderr.decode(errors='replace')}")
    return run


def out(*arguments, data=""):
    return naqi(*arguments, data=data, check=0).stdout.decode()


def lines(*arguments, records, check=0):
    data = "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in records)
    return [json.loads(line) for line in naqi(*arguments, data=data, check=check).stdout.decode().splitlines()]


class Errors(unittest.TestCase):
    def failed(self, code, *arguments, data=b""):
        run = naqi(*arguments, data=data)
        message = run.stderr.decode()
        self.assertEqual(run.returncode, 2, message)
        self.assertEqual(run.stdout, b"")
        self.assertEqual(message.count("\n"), 1, message)
        self.assertTrue(message.startswith(f"naqi: {code}: "), message)
        return message

    def test_invalid_bytes_are_named_by_their_offset(self):
        self.assertIn("byte 3", self.failed("INVALID_ENCODING", "clean", data=b"abc\xffd"))
        self.assertIn("byte 0", self.failed("INVALID_ENCODING", "normalize", data=b"\xed\xa0\x80"))
        self.assertIn("byte 1", self.failed("INVALID_ENCODING", "segment", data=b"a\xc3"))

    def test_a_file_that_is_not_there(self):
        self.assertIn("/does/not/exist", self.failed("IO", "clean", "/does/not/exist"))
        self.failed("IO", "clean", "--page", "/does/not/exist")
        self.failed("IO", "normalize", "--jsonl", "/does/not/exist")

    def test_a_folder(self):
        self.failed("IO", "clean", tempfile.gettempdir())

    def test_valid_values_are_named(self):
        message = self.failed("INVALID_OPTION", "clean", "--format", "yaml")
        for value in ("json", "markdown", "text", "html"):
            self.assertIn(value, message)
        self.assertIn("codepoint", self.failed("INVALID_OPTION", "segment", "--offsets", "bytes"))
        self.assertIn("corpus", self.failed("INVALID_OPTION", "normalize", "--profile", "sea"))
        self.assertIn("lucene", self.failed("INVALID_OPTION", "normalize", "--compat", "sea"))
        self.assertIn("clitic", self.failed("INVALID_OPTION", "segment", "--unit", "chapter"))

    def test_settings(self):
        self.assertIn("fold_alef", self.failed("INVALID_OPTION", "normalize", "--set", "fold_alf=on"))
        self.failed("INVALID_OPTION", "normalize", "--set", "fold_alef=perhaps")
        for value in ("2024-02-30", "yesterday"):
            self.assertIn("2025-03-12", self.failed("INVALID_OPTION", "clean", "--set", "reference_date=" + value))
        self.assertIn("OPTION=VALUE", self.failed("INVALID_OPTION", "normalize", "--set", "fold_alef"))
        self.assertIn("split_quotes", self.failed("INVALID_OPTION", "segment", "--set", "quotes=true"))

    def test_usage(self):
        self.failed("INVALID_OPTION")
        self.failed("INVALID_OPTION", "cleanse")
        self.failed("INVALID_OPTION", "clean", "--colour")
        self.failed("INVALID_OPTION", "normalize", "--profile", "search", "--compat", "lucene")

    def test_a_page_that_is_none(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as page:
            page.write('{"blocks":[{"text":1}]}')
            page.flush()
            self.assertIn("/blocks/0/text", self.failed("INVALID_OPTION", "clean", "--page", page.name))

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            run = subprocess.run([NAQI, "clean"], input=ARTICLE.encode(), stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"naqi: IO:", run.stderr)


    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_help_that_cannot_be_written(self):
        for arguments in (["--help"], ["--version"], ["clean", "--help"]):
            with open("/dev/full", "wb") as full:
                run = subprocess.run([NAQI, *arguments], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertIn(b"naqi: IO:", run.stderr)

    @unittest.skipUnless(os.path.exists("/dev/zero"), "no /dev/zero")
    def test_reading_stops_at_the_limit(self):
        for arguments in (["clean", "/dev/zero"], ["normalize", "/dev/zero"], ["segment", "/dev/zero"], ["clean", "--page", "/dev/zero"]):
            self.failed("INPUT_TOO_LARGE", *arguments)
        writer = subprocess.Popen(["cat", "/dev/zero"], stdout=subprocess.PIPE)
        run = subprocess.run([NAQI, "clean"], stdin=writer.stdout, capture_output=True, timeout=60)
        writer.stdout.close()
        writer.wait(timeout=60)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"naqi: INPUT_TOO_LARGE:", run.stderr)

    def test_messages_are_short_and_harmless(self):
        value = "\x1b[31m\u202e" + "x" * 100_000
        for arguments in (["clean", "--format", value], ["normalize", "--set", "fold_alef=" + value], ["clean", value],
                          ["normalize", "--set", value], ["segment", "--set", value + "=on"], [value]):
            run = naqi(*arguments)
            message = run.stderr.decode()
            self.assertEqual(run.returncode, 2)
            self.assertLess(len(message), 1000)
            self.assertNotRegex(message.rstrip("\n"), "[\x00-\x1f\x7f\u202e]")
        record = lines("normalize", "--jsonl", records=[{"id": 1, "text": "a", "options": {value: "on"}}], check=1)[0]
        self.assertLess(len(record["error"]["message"]), 1000)


class Records(unittest.TestCase):
    """A record that is wrong or too large is an error of its own, with its id, and the run goes on."""

    def test_wrong_records(self):
        good = '{"id": "last", "text": "a"}'
        for record, wanted in (
                ('{"id": 7, "text": "b",}', 7), ('{"id": "x", "text": 3}', "x"), ('{"id": [1, {"id": 2}], "text": 3}', [1, {"id": 2}]),
                ('{"a": {"id": 3}, "id": 4, "b":', 4), ('{"id": 5', 5), ('{"text": "a"', None), ("[1]", None), ("x", None), ('"id"', None)):
            for command in (["normalize"], ["segment"]):
                answers = lines(*command, "--jsonl", records=[record, good], check=1)
                self.assertEqual([a["id"] for a in answers], [wanted, "last"], record)
                self.assertIn("error", answers[0])
                self.assertNotIn("error", answers[1])

    def test_invalid_bytes(self):
        run = naqi("normalize", "--jsonl", data=b'{"id":6,"text":"\xff"}\n{"id":7,"text":"a"}', check=1)
        answers = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual([a["id"] for a in answers], [6, 7])
        self.assertEqual(answers[0]["error"]["code"], "INVALID_ENCODING")

    def test_records_that_are_too_large(self):
        for size in (101, 300_000, 3_000_000):  # less and more than a block that is read at once
            for end in ("\n", ""):
                data = json.dumps({"id": "big", "text": "x" * size}) + "\n" + '{"id":8,"text":"a"}\n'
                data += json.dumps({"id": 9, "text": "x" * size}) + end
                run = naqi("normalize", "--jsonl", "--max-bytes", "100", data=data, check=1)
                answers = [json.loads(line) for line in run.stdout.splitlines()]
                self.assertEqual([a["id"] for a in answers], ["big", 8, 9])
                self.assertEqual([a.get("error", {}).get("code") for a in answers], ["INPUT_TOO_LARGE", None, "INPUT_TOO_LARGE"])


class Clean(unittest.TestCase):
    def test_json_by_default_from_file_and_standard_input(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(ARTICLE)
            file.flush()
            self.assertEqual(out("clean", file.name), out("clean", "-", data=ARTICLE))
        self.assertEqual(out("clean", data=ARTICLE), out("clean", "--format", "json", data=ARTICLE))
        self.assertEqual(json.loads(out("clean", data=ARTICLE))["schema"], "naqi/1")

    def test_formats(self):
        self.assertIn("\n\nوقال الوزير", out("clean", "--format", "markdown", data=ARTICLE))
        self.assertIn("\n\nوقال الوزير", out("clean", "--format", "text", data=ARTICLE))
        self.assertTrue(out("clean", "--format", "html", data=ARTICLE).startswith("<article lang=\"ar\" dir=\"rtl\">"))
        self.assertTrue(out("clean", "--format", "explain", data=ARTICLE).startswith("#0  "))

    def test_offsets_slice_the_source(self):
        for unit, source in (("utf16", ARTICLE.encode("utf-16-le")), ("utf8", ARTICLE.encode()), ("codepoint", ARTICLE)):
            document = json.loads(out("clean", "--offsets", unit, data=ARTICLE))
            scale, decode = {"utf16": (2, lambda b: b.decode("utf-16-le")), "utf8": (1, bytes.decode),
                             "codepoint": (1, str)}[unit]
            self.assertEqual(document["offset_unit"], unit)
            self.assertEqual(document["source_length"] * scale, len(source))
            for block in document["blocks"]:
                begin, end = block["span"]
                self.assertEqual(decode(source[begin * scale:end * scale]), block["text"])

    def test_words(self):
        sentence = lambda *a: json.loads(out("clean", *a, data=ARTICLE))["blocks"][1]["sentences"][0]
        self.assertNotIn("words", sentence())
        self.assertGreater(len(sentence("--words")["words"]), 10)

    def test_profile_and_settings_change_texts_only(self):
        text = "إلى المدرسةِ الكبيرة في القرية البعيدة."
        block = lambda *a: json.loads(out("clean", *a, data=text))["blocks"][0]
        self.assertIn("ِ", block()["text"])
        self.assertNotIn("ِ", block("--profile", "search")["text"])
        self.assertNotIn("ِ", block("--set", "remove_tashkeel=on")["text"])
        self.assertEqual(block("--profile", "search")["span"], block()["span"])

    def test_a_byte_order_mark_counts_and_is_in_no_block(self):
        block = json.loads(out("clean", data=b"\xef\xbb\xbf" + ARTICLE.encode()))["blocks"][0]
        self.assertEqual(block["span"][0], 1)

    def test_invalid_bytes_are_replaced_on_demand(self):
        document = json.loads(out("clean", "--replace-invalid", data=b"ab\xff\xfe cd"))
        self.assertEqual(document["blocks"][0]["text"], "ab\ufffd\ufffd cd")
        self.assertEqual(document["source_length"], 7)

    def test_empty_text(self):
        self.assertEqual(json.loads(out("clean"))["blocks"], [])
        self.assertEqual(out("clean", "--format", "text"), "")

    def test_a_page(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as page:
            json.dump({"blocks": [{"text": "افتتاح الميناء", "tag": "h1", "level": 1},
                                  {"text": "افتتح وزير النقل الميناء الجديد في المدينة."}], "meta": {}}, page)
            page.flush()
            document = json.loads(out("clean", "--page", page.name))
        self.assertEqual([block["input"] for block in document["blocks"]], [[0, 1], [1, 2]])
        self.assertEqual(document["source_length"], 58)


class Normalize(unittest.TestCase):
    def test_text(self):
        self.assertEqual(out("normalize", data="مكتبـــة"), "مكتبة")
        self.assertEqual(out("normalize", "--profile", "search", data="إلى"), "الي")
        self.assertEqual(out("normalize", "--set", "fold_alef=on", data="إلى"), "الى")
        self.assertEqual(out("normalize", "--compat", "lucene", data="abc"), "abc")

    def test_reference_date(self):
        dates = lambda *more: [d["value"] for d in json.loads(out("clean", *more, data="وصل الوفد أمس إلى العاصمة."))["dates"]]
        self.assertEqual(dates(), [])
        self.assertEqual(dates("--set", "reference_date=2024-03-01"), ["2024-02-29"])

    def test_map(self):
        found = json.loads(out("normalize", "--map", "--offsets", "codepoint", data="😀مـن"))
        self.assertEqual(found["text"], "😀من")
        self.assertEqual(found["map"], [[0, 1], [1, 2], [3, 4]])
        self.assertEqual(found["edits"], [{"operation": "remove_tatweel", "source": [2, 3], "text": [2, 2]}])

    def test_records(self):
        answers = lines("normalize", "--jsonl", records=[
            {"id": 7, "text": "مكتبـــة"}, {"id": "b", "text": "إلى", "options": {"profile": "search"}}])
        self.assertEqual(answers, [{"id": 7, "text": "مكتبة"}, {"id": "b", "text": "الي"}])

    def test_bad_records_come_out_with_their_error(self):
        answers = lines("normalize", "--jsonl", check=1, records=[
            {"id": 1, "text": "نص"}, "not json", "", {"id": 3}, {"id": 4, "text": "نص", "options": {"x": 1}}, "[]"])
        self.assertEqual([a["id"] for a in answers], [1, None, 3, 4, None])
        self.assertEqual([a.get("error", {}).get("code") for a in answers], [None] + ["INVALID_OPTION"] * 4)
        self.assertIn('lacks "text"', answers[2]["error"]["message"])

    def test_bad_bytes_in_a_record(self):
        run = naqi("normalize", "--jsonl", data=b'{"id":1,"text":"a\xff"}\n{"id":2,"text":"b"}\n', check=1)
        first, second = map(json.loads, run.stdout.decode().splitlines())
        self.assertEqual((first["error"]["code"], first["error"]["position"]), ("INVALID_ENCODING", 17))
        self.assertEqual(second, {"id": 2, "text": "b"})
        self.assertIn(b"1 of 2 records with errors", run.stderr)
        run = naqi("normalize", "--jsonl", "--replace-invalid", data=b'{"id":1,"text":"a\xff"}\n', check=0)
        self.assertEqual(json.loads(run.stdout), {"id": 1, "text": "a\ufffd"})

    def test_records_are_answered_in_turn(self):
        with subprocess.Popen([NAQI, "normalize", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
            for i in range(3):
                run.stdin.write(b'{"id":%d,"text":"a"}\n' % i)
                run.stdin.flush()
                self.assertEqual(json.loads(run.stdout.readline())["id"], i)
            run.stdin.close()
            self.assertEqual(run.wait(timeout=10), 0)


class Segment(unittest.TestCase):
    TEXT = "وصلت السفينة 😀 إلى الميناء. نزل الركاب منها.\nثم عادت."

    def test_units(self):
        self.assertEqual(out("segment", data=self.TEXT).splitlines(),
                         ["وصلت السفينة 😀 إلى الميناء.", "نزل الركاب منها.", "ثم عادت."])
        self.assertEqual(len(out("segment", "--unit", "line", data=self.TEXT).splitlines()), 2)
        self.assertIn("السفينة", out("segment", "--unit", "word", data=self.TEXT).splitlines())

    def test_offsets(self):
        for line in out("segment", "--unit", "word", "--offsets", "utf8", data=self.TEXT).splitlines():
            begin, end, word = line.split("\t")
            self.assertEqual(self.TEXT.encode()[int(begin):int(end)].decode(), word)

    def test_records(self):
        records = [{"id": 1, "text": self.TEXT}, {"id": 2, "text": "كلمة أخرى", "options": {"unit": "word"}}]
        first, second = lines("segment", "--jsonl", "--offsets", "codepoint", records=records)
        self.assertEqual([self.TEXT[b:e].split()[0] for b, e in first["spans"]], ["وصلت", "نزل", "ثم"])
        self.assertEqual(second, {"id": 2, "spans": [[0, 4], [5, 9]]})

    def test_settings(self):
        text = "سأل: «أين السفينة؟ ومتى تصل؟» ثم خرج."
        self.assertGreater(len(out("segment", "--set", "split_quotes=true", data=text).splitlines()),
                           len(out("segment", data=text).splitlines()))


class General(unittest.TestCase):
    def test_version(self):
        self.assertRegex(out("--version"), r"^naqi \d+\.\d+\.\d+ \(naqi/1, Unicode 15\.0, ICU 72\.1\)\n$")

    def test_help(self):
        for command in ([], ["clean"], ["normalize"], ["segment"]):
            self.assertIn("--help", out(*command, "--help"))


if __name__ == "__main__":
    unittest.main()

#include <gtest/gtest.h>

#include "naqi/naqi.h"

namespace naqi {
namespace {

std::string language_of(std::u16string_view text) { return clean(text).value().language; }
Direction direction_of(std::u16string_view text) { return clean(text).value().direction; }

TEST(Language, TellsTheLanguagesOfTheArabicScriptApart) {
  EXPECT_EQ(language_of(u"وصلت السفينة إلى الميناء في الصباح الباكر."), "ar");
  EXPECT_EQ(language_of(u"کشتی صبح زود به بندر رسید و مسافران از آن پیاده شدند. این خبر را خبرگزاری گفت."),
            "fa");
  EXPECT_EQ(language_of(u"جہاز صبح سویرے بندرگاہ پر پہنچا اور مسافر اس سے اترے۔ یہ خبر سچ ہے۔"), "ur");
  EXPECT_EQ(language_of(u"کەشتییەکە بەیانی زوو گەیشتە بەندەرەکە و گەشتیاران لێی دابەزین."), "ckb");
  EXPECT_EQ(language_of(u"کښتۍ سهار وختي بندر ته ورسېده او مسافر ترې ښکته شول."), "ps");
  EXPECT_EQ(language_of(u"پاراخوت سەھەردە پورتقا كەلدى ۋە يولۇچىلار چۈشتى."), "ug");
}

TEST(Language, TellsLatinLanguagesApart) {
  EXPECT_EQ(language_of(u"The ship came into the harbour at dawn and the passengers went ashore."), "en");
  EXPECT_EQ(language_of(u"Le navire est arrivé dans le port à l'aube et les passagers sont descendus."),
            "fr");
  EXPECT_EQ(language_of(u"Das Schiff kam im Morgengrauen in den Hafen und die Reisenden gingen von Bord."),
            "de");
  EXPECT_EQ(language_of(u"Gemi sabah erkenden limana geldi ve yolcular için bir otobüs çağrıldı."), "tr");
}

TEST(Language, IsUndeterminedWhereNothingDecides) {
  EXPECT_EQ(language_of(u"2025 — 14:30"), "und");
  EXPECT_EQ(language_of(u"Zyxwv Qrstu"), "und");
  EXPECT_EQ(language_of(u"船は夜明けに港に着いた。"), "und");
}

TEST(Language, IsArabicThoughNamesInItAreNot) {
  EXPECT_EQ(language_of(u"قال الرئيس التنفيذي لشركة Volkswagen إن المصنع سيفتح في مدينة گرگان قريبا."), "ar");
}

TEST(Language, OfAShortBlockIsThatOfTheTextAroundIt) {
  const Document document = clean(
                                u"تهران، تابستان\n\nکشتی صبح زود به بندر رسید و مسافران از آن پیاده شدند. "
                                u"این خبر را خبرگزاری گفت و برای مردم چه خبری است.")
                                .value();
  ASSERT_EQ(document.language, "fa");
  EXPECT_EQ(document.blocks[0].language, "fa");
}

TEST(Language, OfABlockIsItsOwn) {
  const Document document = clean(
                                u"وصلت السفينة إلى الميناء في الصباح الباكر بعد رحلة طويلة.\n\n"
                                u"The ship came into the harbour at dawn and the passengers went ashore.")
                                .value();
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].language, "ar");
  EXPECT_EQ(document.blocks[0].direction, Direction::rtl);
  EXPECT_EQ(document.blocks[1].language, "en");
  EXPECT_EQ(document.blocks[1].direction, Direction::ltr);
}

TEST(Language, ConfidenceGrowsWithTheEvidence) {
  const auto confidence = [](std::u16string_view text) { return clean(text).value().language_confidence; };
  EXPECT_LT(confidence(u"محمد حسن"), 300);
  EXPECT_GT(confidence(u"وصلت السفينة إلى الميناء في الصباح الباكر بعد رحلة طويلة في البحر. وقال القبطان إن "
                       u"العاصفة التي هبت في الليل كانت من أشد ما رأى، وقد استمرت حتى الفجر."),
            700);
}

TEST(Direction, IsThatOfMostLetters) {
  EXPECT_EQ(direction_of(u"BBC تقول إن السفينة وصلت إلى الميناء"), Direction::rtl);
  EXPECT_EQ(direction_of(u"Reuters said that المدينة was quiet"), Direction::ltr);
  EXPECT_EQ(direction_of(u"2025"), Direction::rtl) << "nothing decides";
}

TEST(Direction, IsNotThatOfAnAddress) {
  EXPECT_EQ(direction_of(u"الرابط: https://example.org/a/very/long/path/to/the/page.html"), Direction::rtl);
}

}  // namespace
}  // namespace naqi

#include <gtest/gtest.h>

#include <string>

#include "extract/dates.h"
#include "extract_support.h"

namespace naqi {
namespace {

using test::dates_of;
using test::Labelled;

struct Case {
  const char* rule;
  const char* text;
  const char* dates;
};

class Dates : public testing::TestWithParam<Case> {};

TEST_P(Dates, AreRead) { EXPECT_EQ(dates_of(GetParam().text), GetParam().dates) << GetParam().rule; }

INSTANTIATE_TEST_SUITE_P(
    Found, Dates,
    testing::Values(
        Case{"latin months", "افتتح المعرض في 12 مارس 2025.", "12 مارس 2025 = 2025-03-12"},
        Case{"weekday", "يلتقيان الأربعاء 12 مارس 2025 في الدوحة", "الأربعاء 12 مارس 2025 = 2025-03-12"},
        Case{"weekday and comma", "الأحد، 04 آب 2013", "الأحد، 04 آب 2013 = 2013-08-04"},
        Case{"month and month", "كانون الثاني-شباط 1794", "كانون الثاني-شباط 1794 = 1794-01/1794-02"},
        Case{"syriac months", "بدأت في كانون الثاني 1998 وانتهت في تشرين الأول",
             "كانون الثاني 1998 = 1998-01"},
        Case{"maghrebi months", "من 3 جانفي إلى 9 غشت", "3 جانفي = --01-03; 9 غشت = --08-09"},
        Case{"two names of one month", "في 5 أيار/مايو 2019", "5 أيار/مايو 2019 = 2019-05-05"},
        Case{"second name in brackets", "في 5 يوليو (تموز) 2019", "5 يوليو (تموز) 2019 = 2019-07-05"},
        Case{"second name without a mark", "في مارس آذار 2008", "مارس آذار 2008 = 2008-03"},
        Case{"ordinal day", "في السابع من أكتوبر 2023", "السابع من أكتوبر 2023 = 2023-10-07"},
        Case{"compound ordinal", "الخامس والعشرين من يناير 2011",
             "الخامس والعشرين من يناير 2011 = 2011-01-25"},
        Case{"first of the month", "أول مايو عيد للعمال", "أول مايو = --05-01"},
        Case{"year named", "في يونيو من العام 2012", "يونيو من العام 2012 = 2012-06"},
        Case{"arabic digits", "يوم ١٢ مارس ٢٠٢٥", "١٢ مارس ٢٠٢٥ = 2025-03-12"},
        Case{"figures", "بتاريخ 22/10/2025 أو 2025-10-23",
             "22/10/2025 = 2025-10-22; 2025-10-23 = 2025-10-23"},
        Case{"month before day", "سُلّم في 10/22/2025", "10/22/2025 = 2025-10-22"},
        Case{"figures apart", "يوم 01 - 11 - 2012", "01 - 11 - 2012 = 2012-11-01"},
        Case{"english order", "أغسطس 2, 2021", "أغسطس 2, 2021 = 2021-08-02"},
        Case{"announced year", "في عام 1962 وسنة 2024", "عام 1962 = 1962; سنة 2024 = 2024"},
        Case{"year behind a particle", "ميزانية لسنة 2026", "سنة 2026 = 2026"},
        Case{"two years", "بين عامي 1961 و1991", "عامي 1961 = 1961; 1991 = 1991"},
        Case{"school year", "للعام الدراسي 2023-2024", "للعام الدراسي 2023-2024 = 2023/2024"},
        Case{"range of years", "(1830-1962)", "1830-1962 = 1830/1962"},
        Case{"season", "في موسم 2018/2019", "2018/2019 = 2018/2019"},
        Case{"short range", "موسم 2023-24", "2023-24 = 2023/2024"},
        Case{"range of days", "من 3 إلى 5 مايو 2024", "3 إلى 5 مايو 2024 = 2024-05-03/2024-05-05"},
        Case{"year at the end of a range", "15 يناير إلى 20 فبراير 2024",
             "15 يناير = 2024-01-15; 20 فبراير 2024 = 2024-02-20"},
        Case{"bare year", "منذ 1995 وحتى اليوم", "1995 = 1995"},
        Case{"bare year before a clause", "صدر في 2010، ثم أعيد", "2010 = 2010"},
        Case{"bare years between", "بين 2005 و2009 نحو", "2005 = 2005; 2009 = 2009"},
        Case{"event and year", "قبل كأس العالم 2030", "2030 = 2030"},
        Case{"hijri year", "توفي سنة 628 هـ", "سنة 628 هـ = AH:628"},
        Case{"hijri year announced", "مطلع العام الهجري 1446", "العام الهجري 1446 = AH:1446"},
        Case{"hijri date", "الخميس 21 شوال 1436هـ", "الخميس 21 شوال 1436هـ = AH:1436-10-21"},
        Case{"hijri day without year", "في 15 رمضان", "15 رمضان = AH:--09-15"},
        Case{"hijri in figures", "12/9/1445هـ", "12/9/1445هـ = AH:1445-09-12"},
        Case{"both calendars", "17 رمضان 1433هـ الموافق 5 أغسطس 2012م",
             "17 رمضان 1433هـ الموافق 5 أغسطس 2012م = 2012-08-05"},
        Case{"both years", "(ت 1020هـ/1611م)", "1020هـ/1611م = 1611"},
        Case{"gregorian sign", "وفاته 1811م", "1811م = 1811"}));

INSTANTIATE_TEST_SUITE_P(
    None, Dates,
    testing::Values(Case{"a number", "جمع 2390 توقيعا في 2000 مدينة", ""},
                    Case{"metres", "سباق 1500م سباحة", ""}, Case{"decimal", "بلغ 2,025 طنا و19.62 مترا", ""},
                    Case{"per cent", "نسبة %2010 مستحيلة", ""}, Case{"result of a match", "فاز 3 صفر", ""},
                    Case{"month alone", "خلال شهر رمضان وفي مايو", ""},
                    Case{"verb and month", "مارس الرياضة 30 عاما", ""},
                    Case{"version", "الإصدار 10.2.2019.4", ""}, Case{"telephone", "هاتف 0100-200-2010-1", ""},
                    Case{"address", "https://example.org/2013/08/04/x", ""},
                    Case{"before the Common Era", "بنيت في عام 3300 قبل الميلاد", ""},
                    Case{"impossible day", "بتاريخ 45/13/2012 أو 31/2/2012 أو 31 نيسان", ""},
                    Case{"counted noun", "بعد 2000 سنة", ""}));

TEST(DateStyle, AStampMayShortenTheYear) {
  const Analysis analysis = analyze(u"23/04/09");
  const Tokens tokens(analysis);
  ASSERT_EQ(find_dates(tokens, 0, tokens.size(), DateStyle::stamp).size(), 1U);
  EXPECT_EQ(iso(find_dates(tokens, 0, tokens.size(), DateStyle::stamp)[0]), "2009-04-23");
  EXPECT_TRUE(find_dates(tokens, 0, tokens.size(), DateStyle::text).empty());
}

TEST(Iso, WritesWhatIsGiven) {
  EXPECT_EQ(iso(DateFields{272, 0, 0, Calendar::gregory}), "0272");
  EXPECT_EQ(iso(DateFields{2025, 3, 0, Calendar::gregory}), "2025-03");
  EXPECT_EQ(iso(DateFields{0, 3, 9, Calendar::gregory}), "--03-09");
  EXPECT_EQ(iso(DateFields{61, 1, 10, Calendar::islamic}), "AH:61-01-10");
}

TEST(Dates, RelativeOnesCountFromTheReference) {
  const char* text =
      "وصل أمس، وعاد قبل ثلاثة أيام، ثم قبل ساعتين. وفي العام الماضي سافر، ومنذ 2 أشهر كتب. وهذا اليوم "
      "العالمي.";
  EXPECT_EQ(dates_of(text), "");
  const Labelled article({{Label::body, text}}, day_of_reference("2024-03-01"));
  EXPECT_EQ(dates_of(article),
            "أمس = 2024-02-29; قبل ثلاثة أيام = 2024-02-27; قبل ساعتين = 2024-03-01; العام الماضي = 2023; "
            "منذ 2 أشهر = 2024-01");
  const Labelled stamp({{Label::dateline, "منذ 3 ساعات"}}, day_of_reference("2024-03-01"));
  ASSERT_EQ(stamp.structure.datelines.size(), 1U);
  EXPECT_EQ(stamp.structure.datelines[0].date, "2024-03-01");
}

TEST(Dates, AReferenceIsADayOfTheCalendar) {
  EXPECT_TRUE(day_of_reference("2024-02-29").has_value());
  for (const char* wrong :
       {"", "2024", "2023-02-29", "2024-13-01", "2024-00-10", "24-01-01", "2024/01/01", "2024-01-01T00"}) {
    EXPECT_FALSE(day_of_reference(wrong).has_value()) << wrong;
  }
}

}  // namespace
}  // namespace naqi

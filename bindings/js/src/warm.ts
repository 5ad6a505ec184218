/**
 * What a Cleaner cleans before it is handed out: engines translate a function of WebAssembly when it is first called, so
 * that the first article would take many times as long as the next. It has something of every kind of piece in it.
 */
export const WARMING_TEXT = `الرئيسية | أخبار | اقتصاد
بدء ترميم السوق القديم في مدينة الواحة
بقلم: سلمى الحداد
الواحة - الأحد 2 مارس 2025 10:30
بدأت بلدية الواحة، صباح أمس، ترميم السوق القديم الذي بُني عام 1912م، وتضم الخطة نحو 40 دكانا و3 خانات.
وقال رئيس البلدية د. سالم الكندي: "سيعود السوق كما عرفه أجدادنا"، وأضاف أن العمل سينتهي في رمضان 1447هـ.
إقرأ أيضا: افتتــاح مكتبة عامة ﻻ تغلق أبوابها
1- ترميم الأسقف.
2- إنارة الممرات.
وقدّر مهندسون كلفة المشروع بـ 2.5 مليون دينار؛ ﻓﻬﻞ يكفي ذلك؟ ينظر www.example.org/a و info@example.org
المصدر: وكالة الواحة
كلمات مفتاحية: السوق، الترميم، کتاب، یوم
شارك الخبر على فيسبوك
التعليقات (3)
جميع الحقوق محفوظة © 2025`;

/** After so many rounds what is common has been translated; what is left, V8 does beside the work. */
export const WARMING_ROUNDS = 2;

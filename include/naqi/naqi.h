#pragma once

// Naqi cleans scraped Arabic articles.
//
//   #include <naqi/naqi.h>
//   naqi::Result<naqi::Document> document = naqi::clean(source);   // source: std::u16string_view
//   std::string markdown = naqi::to_markdown(document.value());
//
// Every span is in UTF-16 code units of `source`, so `source.substr(span.begin, span.size())` is
// what a block was made of. `document.value().blocks` covers the whole source: a block that was
// removed has `kept == false` and says why in `reasons`.

#include "naqi/clean.h"
#include "naqi/document.h"
#include "naqi/error.h"
#include "naqi/input.h"
#include "naqi/normalize.h"
#include "naqi/render.h"
#include "naqi/segment.h"
#include "naqi/span.h"

#pragma once

// What the contract promises of every Document, whatever the text.

#include <gtest/gtest.h>

#include <string_view>

#include "document/invariants.h"
#include "naqi/naqi.h"
#include "unicode/encoding.h"

namespace naqi::test {

inline void check_document(std::u16string_view source, const CleanOptions& options = {}) {
  const Result<Document> document = clean(source, options);
  ASSERT_TRUE(document);
  const char* broken = broken_promise(source, document.value(), options.normalize);
  EXPECT_EQ(broken, nullptr) << broken << "\n" << unicode::utf16_to_utf8(source.substr(0, 2000));
}

}  // namespace naqi::test

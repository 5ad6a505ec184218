#include <naqi/naqi.h>

#include <cstdio>
#include <string>

int main() {
  const std::u16string article = u"وصل الوفد إلى العاصمة أمس.";
  const naqi::Result<naqi::Document> document = naqi::clean(article);
  if (!document) {
    std::fprintf(stderr, "%s\n", document.error().message.c_str());
    return 1;
  }
  if (document.value().blocks.size() != 1 || document.value().blocks.front().text != article) {
    std::fprintf(stderr, "the article did not come back\n");
    return 1;
  }
  std::puts(naqi::to_json(document.value(), article).c_str());
  return 0;
}

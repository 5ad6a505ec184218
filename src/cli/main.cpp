#include "naqi/naqi.h"

int main() { return naqi::to_json(naqi::clean(u"").value(), u"").size() == 2 ? 0 : 1; }

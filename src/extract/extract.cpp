#include "extract/extract.h"

namespace naqi {

Structure extract(const Analysis&, const std::vector<ClassifiedBlock>&, const Page*) { return {}; }

}  // namespace naqi

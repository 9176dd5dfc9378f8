#include "formats/history/pack_limits.h"

#include <git2.h>

namespace tiku::formats::git {

void limitPacks() {
  git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECTS, kMostObjects);
#ifdef TIKU_GIT_LIMITS_OBJECTS
  git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECT_SIZE, kMostObjectBytes);
#endif
}

}  // namespace tiku::formats::git

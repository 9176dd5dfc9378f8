#include "editor/app/fonts.h"

#include <fontconfig/fontconfig.h>

namespace tiku::editor {

void preferChineseForms() {
  static constexpr const char* kRules = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <match target="pattern">
    <edit name="lang" mode="prepend" binding="strong"><string>zh-cn</string></edit>
    <edit name="family" mode="append_last"><string>Noto Sans CJK SC</string></edit>
  </match>
</fontconfig>)";
  if (FcInit() == FcFalse) return;
  FcConfigParseAndLoadFromMemory(FcConfigGetCurrent(), reinterpret_cast<const FcChar8*>(kRules), FcTrue);
}

}  // namespace tiku::editor

#include "editor/app/language.h"

#include <wx/intl.h>
#include <wx/translation.h>

namespace tiku::editor {

void useLanguage(formats::Language language) {
  formats::setLanguage(language);
  auto* translations = new wxTranslations;
  translations->SetLanguage(language == formats::Language::kEnglish ? wxLANGUAGE_ENGLISH
                                                                    : wxLANGUAGE_CHINESE_CHINA);
  wxTranslations::Set(translations);
  translations->AddStdCatalog();
}

}  // namespace tiku::editor

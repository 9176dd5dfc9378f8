#include "formats/exchange/qti/body_text.h"
#include "formats/exchange/qti/write_item.h"
#include "formats/model/pictures.h"

namespace tiku::formats::qti {

std::string stimulusHref(const ItemSet& set) {
  return "stimuli/" + set.id.str() + ".xml";
}

WrittenItem writeStimulus(const Bank& bank, const ItemSet& set, Version version) {
  WrittenItem written;
  const PictureAddress picture = [&](const std::string& media) {
    if (mediaNamed(bank, media) != nullptr) written.media.insert(media);
    return "../media/" + media;
  };
  const std::string text = bodyText(set.stem, {.picture = picture});
  const Dialect& dialect = dialectOf(version);
  const std::string space(dialect.itemSpace);
  written.xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + elementName(version, "assessmentStimulus") +
                " xmlns=\"" + space +
                "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + space +
                " " + std::string(dialect.itemSchema) + "\" identifier=\"" + identifierOf(set.id) +
                "\" title=\"" + set.id.str() + "\" xml:lang=\"zh-CN\">\n" +
                startTag(version, "stimulusBody") + startTag(version, "div", {{"class", "tiku-stem"}}) +
                text + endTag(version, "div") + endTag(version, "stimulusBody") + "\n" +
                endTag(version, "assessmentStimulus") + "\n";
  return written;
}

}  // namespace tiku::formats::qti

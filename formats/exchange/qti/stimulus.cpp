#include "formats/exchange/qti/stimulus.h"

#include "formats/base/say.h"
#include "formats/exchange/html/html_text.h"
#include "formats/exchange/qti/body.h"
#include "formats/exchange/qti/limits.h"
#include "formats/exchange/qti/package_files.h"

namespace tiku::formats::qti {
namespace {

bool isStimulus(XmlElement root) {
  return root && plainName(root) == "assessmentStimulus";
}

RichText readStimulus(XmlElement root, const PictureOf& picture, std::set<std::string>& losses) {
  const BodyParts parts(root, "stimulusBody");
  HtmlReading html;
  html.picture = picture;
  RichText text = fromHtml(parts.body().text, html);
  losses.insert(html.losses.begin(), html.losses.end());
  return text;
}

}  // namespace

SharedReading readShared(const std::string& from, const std::vector<std::string>& addresses,
                         const FileAt& bytesAt, const FileAt& pictureAt) {
  SharedReading reading;
  std::vector<RichText::Block> blocks;
  for (const std::string& address : addresses) {
    const auto path = pathOf(from, address);
    const std::string bytes = path ? bytesAt(*path) : std::string();
    if (bytes.empty()) {
      reading.losses.insert(say("共用的材料“{address}”不在包里，没有收入。", "address"_a = address));
      continue;
    }
    const XmlDocument document = XmlDocument::parse(bytes, *path, kItemLimits);
    if (!isStimulus(document.root())) {
      reading.losses.insert(say("共用的材料“{address}”不是 QTI 的材料，没有收入。", "address"_a = address));
      continue;
    }
    const PictureOf picture = [&](const std::string& shown) {
      const auto at = pathOf(*path, shown);
      std::string media = at ? pictureAt(*at) : std::string();
      if (!media.empty()) reading.paths.insert(*at);
      return media;
    };
    const RichText text = readStimulus(document.root(), picture, reading.losses);
    blocks.insert(blocks.end(), text.blocks().begin(), text.blocks().end());
    reading.paths.insert(*path);
    reading.where += (reading.where.empty() ? "" : " ") + *path;
  }
  reading.text = RichText(std::move(blocks));
  return reading;
}

}  // namespace tiku::formats::qti

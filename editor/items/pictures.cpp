#include "editor/items/pictures.h"

#include "editor/text/picture.h"
#include "editor/widgets/prose_field.h"
#include "formats/base/say.h"
#include "formats/exchange/docx/picture_size.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::editor {

using formats::Edit;
using formats::say;
using formats::operator""_a;

namespace {

constexpr std::uint64_t kMostPictureBytes = 16U << 20U;
constexpr int kMostPixels = 8000;  // A side. More is no drawing of an item, and fills the memory when shown.

}  // namespace

void Pictures::refuse(const std::string& words) {
  host_.note({"picture", Note::Kind::kWarning, words});
}

bool Pictures::put(ProseField& field, std::string bytes) {
  auto picture = pictureOf(std::move(bytes));
  const auto size = picture ? formats::pictureInfo(picture->bytes) : std::nullopt;
  if (!size) {
    refuse(say("这不是 PNG、JPEG、GIF 或 BMP 图片，没有放进来。请另存为 PNG 再放。"));
    return false;
  }
  if (size->width > kMostPixels || size->height > kMostPixels) {
    refuse(say("图片有 {width}×{height} 个像素，太大，没有放进来。请缩小到每边 {most} 以内再放。",
               "width"_a = size->width, "height"_a = size->height, "most"_a = kMostPixels));
    return false;
  }
  const std::string name = picture->name;
  // The picture first, so that no state of the bank names one that it does not have; both are one step.
  const std::string key = "picture@" + formats::Id::random().str();
  if (host_.document().bank().find<formats::Media>(picture->id) == nullptr &&
      !host_.change(Edit(say("插入图片")).put(std::move(*picture)), key)) {
    return false;
  }
  step_ = key;
  field.insertImage(name, {});
  step_.clear();
  host_.forget("picture");
  return true;
}

void Pictures::putFiles(ProseField& field, const std::vector<std::filesystem::path>& files) {
  for (const std::filesystem::path& file : files) {
    try {
      if (!put(field, formats::readWholeFile(file, kMostPictureBytes))) return;
    } catch (const formats::FormatError& error) {
      const bool tooLarge = error.code() == formats::ErrorCode::kOverLimit;
      refuse(error.full() + (tooLarge ? say("请缩小图片再放。") : std::string()));
      return;
    }
  }
}

}  // namespace tiku::editor

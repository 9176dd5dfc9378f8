#include "formats/package/objects/document.h"

#include "formats/base/error.h"

namespace tiku::formats::xml {

std::string writeObject(const Object& object) {
  return std::visit(
      [](const auto& pointer) -> std::string {
        using Pointer = std::decay_t<decltype(pointer)>;
        if constexpr (std::is_same_v<Pointer, std::monostate> ||
                      std::is_same_v<Pointer, std::shared_ptr<const Media>>) {
          return {};
        } else {
          return write(*pointer);
        }
      },
      object);
}

void expectRoot(const Element& root, std::string_view name, const ReadContext& context) {
  if (root.name == name && root.space == kTikuNamespace) return;
  throw FormatError(
      ErrorCode::kNotUnderstood,
      say("这个文件的根元素应为命名空间 {space} 的 <{name}>，实际是命名空间“{foundSpace}”的 <{found}>。",
          "space"_a = kTikuNamespace, "name"_a = name, "foundSpace"_a = root.space, "found"_a = root.name),
      {context.file, root.line, {}});
}

void UniqueIds::add(Id id, std::string_view element) {
  if (ids_.insert(id).second) return;
  throw FormatError(ErrorCode::kNotUnderstood,
                    say("id {id} 出现了两次（<{element}>）；每个 id 只能用一次。", "id"_a = id.str(),
                        "element"_a = element),
                    {file_, 0, {}});
}

}  // namespace tiku::formats::xml

#include "editor/items/item_words.h"

#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

std::vector<std::string> difficultyWords() {
  return {say("未定"), say("1 很简单"), say("2 简单"), say("3 中等"), say("4 难"), say("5 很难")};
}

std::vector<std::string> consistencyWords() {
  return {say("未定"), say("1 很低"), say("2 低"), say("3 中等"), say("4 高"), say("5 很高")};
}

}  // namespace tiku::editor

#include "editor/standard/basics_table.h"

#include <algorithm>
#include <set>

#include "editor/widgets/cell_words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;
using TopicPart = BasicTopic::Part;

namespace {

std::string partWord(TopicPart part) {
  return part == TopicPart::kEthics ? say("职业道德") : say("基础知识");
}

std::optional<TopicPart> partOf(const std::string& words) {
  for (const TopicPart part : {TopicPart::kEthics, TopicPart::kFoundation}) {
    if (words == partWord(part)) return part;
  }
  if (words == "职业道德") return TopicPart::kEthics;
  if (words == "基础知识") return TopicPart::kFoundation;
  return std::nullopt;
}

BasicTopic newTopic(TopicPart part) {
  BasicTopic topic;
  topic.id = Id::random();
  topic.part = part;
  return topic;
}

}  // namespace

/// A row taken apart: a topic begins here, or an entry goes on.
struct BasicsTable::Draft {
  std::optional<BasicTopic> topic;  ///< Without entries.
  std::optional<std::string> entry;
};

void BasicsTable::follow() {
  topics_ = source().standard().basics;
  lines_.clear();
  for (std::size_t t = 0; t < topics_.size(); ++t) {
    const std::size_t rows = std::max<std::size_t>(topics_[t].entries.size(), 1);
    for (std::size_t e = 0; e < rows; ++e) lines_.push_back({t, e});
  }
}

std::vector<TableColumn> BasicsTable::columns() const {
  return {{say("部分"), 90},
          {say("标题"), 240, TableColumn::Align::kLeft, true},
          {say("内容"), 440, TableColumn::Align::kLeft, true}};
}

TableCell BasicsTable::cell(int row, int column) const {
  TableCell cell;
  if (column == kPart) cell.choices = {partWord(TopicPart::kEthics), partWord(TopicPart::kFoundation)};
  if (row >= rows()) return cell;
  const Line& line = lines_[static_cast<std::size_t>(row)];
  const BasicTopic& topic = topics_[line.topic];
  if (column == kPart) {
    cell.editable = line.entry == 0;
    if (line.entry == 0) cell.text = partWord(topic.part);
  } else if (column == kTitle) {
    if (line.entry > 0) return cell;
    const auto before =
        std::count_if(topics_.begin(), topics_.begin() + static_cast<std::ptrdiff_t>(line.topic),
                      [&](const BasicTopic& other) { return other.part == topic.part; });
    cell.prefix = (topic.part == TopicPart::kEthics ? "2.1." : "2.2.") + std::to_string(before + 1) + " ";
    cell.text = topic.title;
    cell.bold = true;
  } else if (line.entry < topic.entries.size()) {
    cell.prefix = "（" + std::to_string(line.entry + 1) + "）";
    cell.text = topic.entries[line.entry];
  }
  return cell;
}

std::optional<Refusal> BasicsTable::put(const std::vector<CellWords>& words) {
  std::vector<Draft> drafts;
  for (const Line& line : lines_) {
    Draft& draft = drafts.emplace_back();
    if (line.entry == 0) {
      draft.topic = topics_[line.topic];
      draft.topic->entries.clear();
    }
    if (line.entry < topics_[line.topic].entries.size())
      draft.entry = topics_[line.topic].entries[line.entry];
  }
  TopicPart part = topics_.empty() ? TopicPart::kEthics : topics_.back().part;
  for (const CellWords& each : words) {
    const std::string line = oneLine(each.words);
    const auto row = static_cast<std::size_t>(each.row);
    if (row >= drafts.size()) {
      if (line.empty()) continue;
      drafts.resize(row + 1);
    }
    Draft& draft = drafts[row];
    if (each.column == kPart) {
      const auto chosen = partOf(line);
      if (!chosen && !line.empty()) {
        return Refusal{say("“{words}”不是“职业道德”或“基础知识”。没有改动。", "words"_a = line)};
      }
      if (!chosen) continue;
      part = *chosen;
      if (!draft.topic) draft.topic = newTopic(part);
      draft.topic->part = part;
    } else if (each.column == kTitle) {
      const std::string title = withoutNumber(line, 3);
      if (title.empty() && draft.topic) return Refusal{say("标题不能空；要去掉它，用“删除行”。没有改动。")};
      if (title.empty()) continue;
      if (!draft.topic) draft.topic = newTopic(part);
      draft.topic->title = title;
    } else {
      const std::string entry = withoutNumber(line, 0);
      draft.entry = entry.empty() ? std::nullopt : std::optional(entry);
    }
  }
  std::vector<BasicTopic> topics;
  for (Draft& draft : drafts) {
    if (draft.topic) topics.push_back(std::move(*draft.topic));
    if (!draft.entry) continue;
    if (topics.empty()) topics.push_back(newTopic(TopicPart::kEthics));
    topics.back().entries.push_back(std::move(*draft.entry));
  }
  putTopics(say("修改基本要求"), std::move(topics));
  return std::nullopt;
}

void BasicsTable::putTopics(const std::string& title, std::vector<BasicTopic> topics) {
  if (topics == topics_) return;
  Standard standard = source().standard();
  standard.basics = std::move(topics);
  source().put(title, std::move(standard));
}

StandardTable::Spot BasicsTable::insertBelow(Spot spot) {
  std::vector<BasicTopic> topics = topics_;
  const bool any = spot.row >= 0 && spot.row < rows();
  const Line line = any ? lines_[static_cast<std::size_t>(spot.row)] : Line{topics.size(), 0};
  if (topics.empty() || !any || spot.column < kEntry) {
    const TopicPart part =
        topics.empty() ? TopicPart::kEthics : topics[std::min(line.topic, topics.size() - 1)].part;
    const std::size_t at = std::min(line.topic + 1, topics.size());
    const BasicTopic topic = newTopic(part);
    topics.insert(topics.begin() + static_cast<std::ptrdiff_t>(at), topic);
    putTopics(say("在基本要求里新增一行"), std::move(topics));
    return spotOf(topic.id);
  }
  auto& entries = topics[line.topic].entries;
  const std::size_t at = std::min(line.entry + 1, entries.size());
  entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at), std::string());
  putTopics(say("在基本要求里新增一行"), std::move(topics));
  return {spot.row + (at > line.entry ? 1 : 0), kEntry};
}

std::vector<std::size_t> BasicsTable::topicsOf(const std::vector<int>& rows) const {
  std::set<std::size_t> topics;
  for (const int row : rows) topics.insert(lines_[static_cast<std::size_t>(row)].topic);
  return {topics.begin(), topics.end()};
}

void BasicsTable::remove(const std::vector<int>& rows, int column) {
  std::vector<BasicTopic> topics = topics_;
  if (column == kEntry) {
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
      const Line& line = lines_[static_cast<std::size_t>(*row)];
      auto& entries = topics[line.topic].entries;
      if (line.entry < entries.size())
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(line.entry));
    }
  } else {
    const std::vector<std::size_t> gone = topicsOf(rows);
    for (auto topic = gone.rbegin(); topic != gone.rend(); ++topic) {
      topics.erase(topics.begin() + static_cast<std::ptrdiff_t>(*topic));
    }
  }
  putTopics(say("删除基本要求的内容"), std::move(topics));
}

int BasicsTable::tracesTo(const std::vector<int>& rows, int column) const {
  if (column == kEntry) return 0;
  std::vector<Id> ids;
  for (const std::size_t topic : topicsOf(rows)) ids.push_back(topics_[topic].id);
  return tracedTo(source().bank(), ids);
}

StandardTable::Spot BasicsTable::move(Spot spot, bool up) {
  if (spot.row < 0 || spot.row >= rows()) return spot;
  const Line line = lines_[static_cast<std::size_t>(spot.row)];
  std::vector<BasicTopic> topics = topics_;
  if (spot.column == kEntry) {
    auto& entries = topics[line.topic].entries;
    const std::size_t other = up ? line.entry - 1 : line.entry + 1;
    if (line.entry >= entries.size() || other >= entries.size()) return spot;
    std::swap(entries[line.entry], entries[other]);
    putTopics(up ? say("上移") : say("下移"), std::move(topics));
    return {spot.row + (up ? -1 : 1), kEntry};
  }
  const std::size_t other = up ? line.topic - 1 : line.topic + 1;
  if (other >= topics.size()) return spot;
  const Id id = topics[line.topic].id;
  std::swap(topics[line.topic], topics[other]);
  putTopics(up ? say("上移") : say("下移"), std::move(topics));
  return {spotOf(id).row, spot.column};
}

Id BasicsTable::partAt(Spot spot) const {
  return spot.row < 0 || spot.row >= rows() ? Id()
                                            : topics_[lines_[static_cast<std::size_t>(spot.row)].topic].id;
}

StandardTable::Spot BasicsTable::spotOf(Id part) const {
  const auto found =
      std::ranges::find_if(lines_, [&](const Line& line) { return topics_[line.topic].id == part; });
  return found == lines_.end() ? Spot{-1, 0} : Spot{static_cast<int>(found - lines_.begin()), kTitle};
}

}  // namespace tiku::editor

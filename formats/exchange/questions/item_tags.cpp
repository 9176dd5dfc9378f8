#include "formats/exchange/questions/item_tags.h"

#include <array>

namespace tiku::formats {
namespace {

constexpr std::string_view kPrefix = "tiku:";

constexpr std::array<std::pair<ItemStatus, std::string_view>, 4> kStatuses{
    {{ItemStatus::kDraft, "draft"},
     {ItemStatus::kWritten, "written"},
     {ItemStatus::kReviewed, "reviewed"},
     {ItemStatus::kRetired, "retired"}}};

std::optional<int> scaleOf(const std::string& text) {
  constexpr char kMost = '5';
  if (text.size() != 1 || text[0] < '1' || text[0] > kMost) return std::nullopt;
  return text[0] - '0';
}

}  // namespace

TagWriter::TagWriter(const Bank& bank) {
  for (const auto& blueprint : bank.all<Blueprint>()) {
    walk(blueprint->theory, [this](const TablePlace& place) {
      if (place.point != nullptr) points_[place.point->id] = {place.code(), place.point->name};
    });
  }
}

std::vector<std::string> TagWriter::of(const TheoryItem& item) const {
  std::vector<std::string> tags;
  const auto tag = [&tags](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    tags.push_back(std::string(kPrefix).append(name).append("=").append(value));
  };
  tag("level", std::to_string(item.level.number()));
  tag("type", itemTypeKey(item.type));
  tag("code", item.code);
  if (item.point) {
    if (const auto found = points_.find(*item.point); found != points_.end())
      tag("point", found->second.code);
  }
  if (item.difficulty) tag("difficulty", std::to_string(*item.difficulty));
  if (item.consistency) tag("consistency", std::to_string(*item.consistency));
  for (const auto& [status, word] : kStatuses) {
    if (status == item.status) tag("status", word);
  }
  if (item.marks) tag("marks", item.marks->str());
  if (item.author) tag("author", item.author->str());
  return tags;
}

std::string TagWriter::pointName(const TheoryItem& item) const {
  const auto found = item.point ? points_.find(*item.point) : points_.end();
  return found == points_.end() ? std::string() : found->second.code + " " + found->second.words;
}

Tags::Tags(const std::vector<std::string>& tags) {
  for (const std::string& tag : tags) {
    const std::size_t equals = tag.find('=');
    if (!tag.starts_with(kPrefix) || equals == std::string::npos) continue;
    values_[tag.substr(kPrefix.size(), equals - kPrefix.size())] = tag.substr(equals + 1);
  }
}

std::string Tags::value(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string() : found->second;
}

std::optional<Level> Tags::level() const {
  return Level::parse(value("level"));
}

std::optional<ItemType> Tags::type() const {
  return itemTypeOf(value("type"));
}

bool Tags::take(TheoryItem& item, const sheets::PointFinder& points) const {
  item.code = value("code");
  item.difficulty = scaleOf(value("difficulty"));
  item.consistency = scaleOf(value("consistency"));
  for (const auto& [status, word] : kStatuses) {
    if (value("status") == word) item.status = status;
  }
  item.marks = Marks::parse(value("marks"));
  item.author = Id::parse(value("author"));
  const std::string point = value("point");
  if (point.empty()) return true;
  item.point = points.find(point);
  return item.point.has_value();
}

}  // namespace tiku::formats

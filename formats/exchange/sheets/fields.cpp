#include "formats/exchange/sheets/fields.h"

#include <array>

#include "formats/base/say.h"

namespace tiku::formats::sheets {
namespace {

struct FieldText {
  Field field;
  const char* name;
  const char* words;
};

constexpr std::array kFieldTexts{FieldText{Field::kStem, "stem", markForTranslation("题干")},
                                 FieldText{Field::kOptions, "options", markForTranslation("全部选项")},
                                 FieldText{Field::kKey, "key", markForTranslation("答案")},
                                 FieldText{Field::kType, "type", markForTranslation("题型")},
                                 FieldText{Field::kLevel, "level", markForTranslation("等级")},
                                 FieldText{Field::kDifficulty, "difficulty", markForTranslation("难度")},
                                 FieldText{Field::kConsistency, "consistency", markForTranslation("一致性")},
                                 FieldText{Field::kRationale, "rationale", markForTranslation("解析")},
                                 FieldText{Field::kPoint, "point", markForTranslation("考评点")},
                                 FieldText{Field::kCode, "code", markForTranslation("题号")},
                                 FieldText{Field::kMarks, "marks", markForTranslation("分值")},
                                 FieldText{Field::kReference, "reference", markForTranslation("出处")},
                                 FieldText{Field::kPage, "page", markForTranslation("出处的页码")},
                                 FieldText{Field::kMaterial, "material", markForTranslation("共用材料")},
                                 FieldText{Field::kSerial, "serial", markForTranslation("序号，不导入")}};

constexpr std::string_view kOptionName = "option-";
constexpr std::string_view kPartName = "point-";

}  // namespace

bool mayRepeat(Field field) {
  return field == Field::kRationale || field == Field::kSerial;
}

std::string fieldName(const Column& column) {
  if (column.field == Field::kOption)
    return std::string(kOptionName) + static_cast<char>('a' + column.option);
  if (column.field == Field::kPointPart) return std::string(kPartName) + std::to_string(column.option + 1);
  for (const FieldText& known : kFieldTexts) {
    if (known.field == column.field) return known.name;
  }
  return {};
}

std::optional<Column> fieldNamed(std::string_view name) {
  for (const FieldText& known : kFieldTexts) {
    if (name == known.name) return Column{0, known.field, 0};
  }
  const auto numbered = [name](std::string_view before, char first, int most) -> std::optional<int> {
    if (name.size() != before.size() + 1 || !name.starts_with(before)) return std::nullopt;
    const int number = name.back() - first;
    return number >= 0 && number < most ? std::optional(number) : std::nullopt;
  };
  if (const auto option = numbered(kOptionName, 'a', kMostOptions)) return Column{0, Field::kOption, *option};
  if (const auto part = numbered(kPartName, '1', kMostPointParts)) return Column{0, Field::kPointPart, *part};
  return std::nullopt;
}

std::string fieldWords(const Column& column) {
  if (column.field == Field::kOption)
    return say("选项 {letter}", "letter"_a = std::string(1, static_cast<char>('A' + column.option)));
  if (column.field == Field::kPointPart) return say("考评点的第 {n} 级", "n"_a = column.option + 1);
  for (const FieldText& known : kFieldTexts) {
    if (known.field == column.field) return translate(known.words);
  }
  return {};
}

std::string allFieldNames() {
  std::string names;
  for (const FieldText& known : kFieldTexts) {
    names += (names.empty() ? "" : ", ") + std::string(known.name);
    if (known.field == Field::kStem) names += ", option-a … option-j";
    if (known.field == Field::kPoint) names += ", point-1 … point-6";
  }
  return names;
}

std::vector<ReadingChoice> fieldChoices() {
  std::vector<Column> all{{0, Field::kStem, 0}};
  for (int i = 0; i < kMostOptions; ++i) all.push_back({0, Field::kOption, i});
  for (const FieldText& known : kFieldTexts) {
    if (known.field != Field::kStem) all.push_back({0, known.field, 0});
    if (known.field != Field::kPoint) continue;
    for (int i = 0; i < kMostPointParts; ++i) all.push_back({0, Field::kPointPart, i});
  }
  std::vector<ReadingChoice> choices;
  for (const Column& column : all) choices.push_back({fieldName(column), fieldWords(column)});
  choices.push_back({std::string(kNoField), say("不读这一列")});
  return choices;
}

}  // namespace tiku::formats::sheets

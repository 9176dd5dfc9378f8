#include "formats/compare/print.h"

#include <array>
#include <initializer_list>
#include <string_view>

#include "formats/compare/review_words.h"

namespace tiku::formats::print {
namespace {

// The parts that say something, one after the other.
std::string join(std::initializer_list<std::string> parts, std::string_view between = "　") {
  std::string line;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += between;
    line += part;
  }
  return line;
}

const char* importanceWord(Importance importance) {
  return importance == Importance::kX ? "X" : importance == Importance::kY ? "Y" : "Z";
}

template <typename Visit>
std::string lines(const Visit& visit) {
  std::string all;
  visit([&all](const std::string& line) { all += (all.empty() ? "" : "\n") + line; });
  return all;
}

}  // namespace

std::string text(const std::string& value) {
  return value;
}
std::string text(int value) {
  return std::to_string(value);
}
std::string text(Id value) {
  return value.str();
}
std::string text(const RichText& value) {
  return value.str();
}
std::string text(Marks value) {
  return value.str();
}
std::string text(Weight value) {
  return value.str();
}
std::string text(Level value) {
  return std::string(value.name());
}
std::string text(const Date& value) {
  return value.str();
}
std::string text(const OccupationCode& value) {
  return value.str();
}
std::string text(ItemType value) {
  return translate(itemTypeName(value));
}

// The model, which knows no translation, has them: itemStatusName().
[[maybe_unused]] constexpr std::array kStatusNames{markForTranslation("草稿"), markForTranslation("已命制"),
                                                   markForTranslation("已审核"), markForTranslation("停用")};

std::string text(ItemStatus value) {
  return translate(itemStatusName(value));
}

std::string text(BankKind value) {
  return value == BankKind::kItems ? translate("题库") : translate("试卷库");
}

std::string text(OccupationClass value) {
  switch (value) {
    case OccupationClass::kTechnical:
      return translate("技术技能型");
    case OccupationClass::kKnowledge:
      return translate("知识技能型");
    case OccupationClass::kCompound:
      break;
  }
  return translate("复合技能型");
}

std::string text(StandardKind value) {
  switch (value) {
    case StandardKind::kNational:
      return translate("国家职业标准");
    case StandardKind::kIndustry:
      return translate("行业评价规范");
    case StandardKind::kEnterprise:
      return translate("企业评价规范");
    case StandardKind::kSpecial:
      break;
  }
  return translate("专项职业能力考核规范");
}

std::string text(ItemSet::Kind value) {
  return value == ItemSet::Kind::kSharedStem ? translate("共用题干") : translate("共用备选答案");
}

std::string text(Paper::Kind value) {
  return value == Paper::Kind::kTheory ? translate("理论知识试卷") : translate("操作技能试卷");
}

std::string text(const Key& value) {
  if (const auto* choice = std::get_if<ChoiceKey>(&value)) {
    std::string letters;
    for (const int option : choice->options) {
      if (!letters.empty()) letters += "、";
      // A hostile file may name an option that no alphabet has.
      letters += option >= 0 && option < 26 ? std::string(1, static_cast<char>('A' + option))
                                            : std::to_string(option + 1);
    }
    return letters;
  }
  if (const auto* judgement = std::get_if<JudgementKey>(&value)) {
    return judgement->correct ? translate("正确") : translate("错误");
  }
  if (const auto* fillIn = std::get_if<FillInKey>(&value)) {
    return lines([&](const auto& add) {
      for (const auto& answers : fillIn->blanks) {
        std::string line;
        for (const std::string& answer : answers) line += (line.empty() ? "" : "／") + answer;
        add(line);
      }
    });
  }
  if (const auto* reference = std::get_if<ReferenceKey>(&value)) return reference->answer.str();
  return {};
}

std::string text(const Source& value) {
  return join({value.file, value.at});
}

std::string text(const Extras& value) {
  return lines([&](const auto& add) {
    for (const auto& [name, content] : value.attributes) {
      std::string line = name;
      add(line += "=" + content);
    }
    for (const std::string& element : value.elements) add(element);
  });
}

std::string text(const Institution& value) {
  return join({value.name, value.creditCode, value.kind, value.recordNumber, value.validUntil, value.contact,
               value.phone},
              "\n");
}
std::string text(const ScoringPoint& value) {
  return join({value.marks.str(), value.text});
}
std::string text(const Material& value) {
  return join({value.name, value.specification, value.quantity, value.note});
}
std::string text(const ScoreRow& value) {
  return join({value.number, value.content.str(), value.criterion.str(), value.nominal, value.marks.str(),
               value.note});
}

std::string text(const PaperSection& value) {
  Marks total;
  for (const PaperEntry& entry : value.entries) total += entry.marks;
  return say("{title}　{n} 题，{marks} 分", "title"_a = value.title, "n"_a = value.entries.size(),
             "marks"_a = total.str());
}

std::string text(const Person& value) {
  return join({value.name, value.institution, value.qualification, value.duty});
}
std::string text(const Waiver& value) {
  return join({value.rule, value.reason, value.person, text(value.date)});
}
std::string text(const Judgement& value) {
  return join({value.reason, value.person, text(value.date)});
}

std::string text(Round::Scope value) {
  return value == Round::Scope::kBank ? translate("整个题库") : translate("抽样");
}
std::string text(const RoundStep& value) {
  return join({wordOf(value.state), value.by, text(value.on), value.reason});
}
std::string text(const Panelist& value) {
  return join({value.name, value.institution, value.chair ? translate("组长") : "", value.left});
}
std::string text(const Rubric& value) {
  return join({value.title, value.total().str()});
}
std::string text(const ReviewedObject& value) {
  return value.object.str() + (value.approved.empty() ? "" : "　" + translate("已通过评审"));
}
std::string text(const Invitation& value) {
  return join({value.expert.str(), text(value.on), text(value.deliveredOn), value.recalled});
}
std::string text(const Annotation& value) {
  return join({wordOf(value.kind), wordOf(value.gravity), value.anchor.quote, value.comment,
               value.suggestion.value_or("")});
}
std::string text(const ExpertAnswers& value) {
  return say("意见 {n} 条，评了 {items} 道试题", "n"_a = value.annotations.size(),
             "items"_a = value.scores.size());
}
std::string text(OpinionStatus value) {
  return wordOf(value);
}
std::string text(const FieldChange& value) {
  return join({value.field, value.before, "→", value.after});
}
std::string text(SuggestionState value) {
  switch (value) {
    case SuggestionState::kOpen:
      return translate("未处理");
    case SuggestionState::kAccepted:
      return translate("已接受");
    case SuggestionState::kRefused:
      break;
  }
  return translate("未接受");
}
std::string text(const Reply& value) {
  return join({value.by, text(value.on), value.text});
}

std::string text(const Term& value) {
  std::string variants;
  for (const TermVariant& variant : value.variants) variants += (variants.empty() ? "" : "、") + variant.text;
  return join({value.preferred, variants, value.source, value.note});
}

std::string text(const EntryChange& value) {
  return join({value.place, value.before, "→", value.after});
}
std::string text(const UpdateTask& value) {
  return value.object.str() +
         (value.date ? "　" + join({translate("已确认"), value.person, text(value.date), value.reason}) : "");
}

std::string text(const OverviewSection& value) {
  return join({value.number, value.title, value.text.str()});
}

std::string text(const BasicTopic& value) {
  return value.entries.empty() ? value.title : value.title + "\n" + text(value.entries);
}

std::string text(const LevelRequirements& value) {
  return lines([&](const auto& add) {
    add(std::string(value.level.longName()));
    for (const Function& function : value.functions) {
      add(function.name);
      for (const WorkContent& content : function.contents) {
        add(content.name);
        for (const auto* column : {&content.skills, &content.knowledge}) {
          for (const Requirement& requirement : *column) add(requirement.text);
        }
      }
    }
  });
}

std::string text(const WeightRow& value) {
  std::string weights;
  for (const auto& [level, weight] : value.weights) {
    weights += (weights.empty() ? "" : "，") + text(level) + " " + weight.str();
  }
  return join({value.name, weights});
}

std::string text(const ElementTable& value) {
  return lines([&](const auto& add) {
    walk(value, [&](const TablePlace& place) {
      const Scope& scope = *place.path.back();
      if (place.point == nullptr) {
        add(join({place.code(), scope.name, text(scope.weight), scope.note}));
        return;
      }
      const Point& point = *place.point;
      add(join({place.code(), point.name, point.importance ? importanceWord(*point.importance) : "",
                text(point.weight), point.note}));
    });
  });
}

std::string text(const SkillStructure& value) {
  return lines([&](const auto& add) {
    for (const SkillGroup& group : value.groups) {
      for (const SkillModule& module : group.modules) {
        add(join({module.code, module.function, module.name, module.form, module.marks.str(),
                  std::to_string(module.minutes)}));
      }
    }
  });
}

std::string text(const PaperPlan& value) {
  return lines([&](const auto& add) {
    for (const PlanSection& section : value.sections) {
      add(say("{type} {n} 题，每题 {marks} 分", "type"_a = text(section.type), "n"_a = section.count,
              "marks"_a = section.each.str()));
    }
  });
}

}  // namespace tiku::formats::print

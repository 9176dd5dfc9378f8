#include "formats/compare/value_words.h"

namespace tiku::formats::merging {

std::string wordsOf(bool value) {
  return value ? translate("是") : translate("否");
}

std::string wordsOf(Importance value) {
  return value == Importance::kX ? "X" : value == Importance::kY ? "Y" : "Z";
}

std::string wordsOf(Part value) {
  return value == Part::kBasic ? translate("基本要求") : translate("工作要求");
}

std::string wordsOf(Material::Provider value) {
  return value == Material::Provider::kExamRoom ? translate("考场") : translate("考生");
}

std::string wordsOf(Person::Kind value) {
  switch (value) {
    case Person::Kind::kContentExpert:
      return translate("试题内容专家");
    case Person::Kind::kMethodExpert:
      return translate("命题方法专家");
    case Person::Kind::kStaff:
      break;
  }
  return translate("机构人员");
}

std::string wordsOf(TermVariant::Use value) {
  return value == TermVariant::Use::kBanned ? translate("禁用词") : translate("别称");
}

std::string wordsOf(BasicTopic::Part value) {
  return value == BasicTopic::Part::kEthics ? translate("职业道德") : translate("基础知识");
}

}  // namespace tiku::formats::merging

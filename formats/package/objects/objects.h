#pragma once

#include <string>

#include "formats/model/bank.h"
#include "formats/package/xml/reader.h"
#include "formats/package/xml/writer.h"

/// Each kind of object as a document. The descriptions, one `fields` per type, serve both directions, so
/// what is written is what is read.
namespace tiku::formats::xml {

/// `const T` for the writer, `T` for the reader.
template <typename Io, typename T>
using Side = std::conditional_t<Io::kWrites, const T, T>;

/// The document of the object, without Media. Throws FormatError for what could not be read again.
std::string writeObject(const Object& object);

BankInfo readBankInfo(Element& root, const ReadContext& context);
Standard readStandard(Element& root, const ReadContext& context);
Blueprint readBlueprint(Element& root, const ReadContext& context);
TheoryItem readTheoryItem(Element& root, const ReadContext& context);
SkillItem readSkillItem(Element& root, const ReadContext& context);
ItemSet readItemSet(Element& root, const ReadContext& context);
Paper readPaper(Element& root, const ReadContext& context);
People readPeople(Element& root, const ReadContext& context);
Waivers readWaivers(Element& root, const ReadContext& context);
Judgements readJudgements(Element& root, const ReadContext& context);
Dossier readDossier(Element& root, const ReadContext& context);
Terms readTerms(Element& root, const ReadContext& context);
Round readRound(Element& root, const ReadContext& context);
Submission readSubmission(Element& root, const ReadContext& context);
Opinion readOpinion(Element& root, const ReadContext& context);
/// `review/answers.xml` of an expert's file, which is no object of a bank.
ExpertAnswers readAnswers(Element& root, const ReadContext& context);
Experts readExperts(Element& root, const ReadContext& context);
PanelDraws readPanelDraws(Element& root, const ReadContext& context);
StandardUpdate readStandardUpdate(Element& root, const ReadContext& context);

std::string write(const BankInfo& info);
std::string write(const Standard& standard);
std::string write(const Blueprint& blueprint);
std::string write(const TheoryItem& item);
std::string write(const SkillItem& item);
std::string write(const ItemSet& set);
std::string write(const Paper& paper);
std::string write(const People& people);
std::string write(const Waivers& waivers);
std::string write(const Judgements& judgements);
std::string write(const Dossier& dossier);
std::string write(const Terms& terms);
std::string write(const Round& round);
std::string write(const Submission& submission);
std::string write(const Opinion& opinion);
std::string write(const ExpertAnswers& answers);
std::string write(const Experts& experts);
std::string write(const PanelDraws& draws);
std::string write(const StandardUpdate& update);

}  // namespace tiku::formats::xml

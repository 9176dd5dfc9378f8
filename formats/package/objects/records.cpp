// `bank.xml`, `people.xml`, `waivers.xml`, `judgements.xml`, `filing/dossier.xml`, `terms.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {
template <typename Io>
void fields(Io& io, Side<Io, Institution>& institution) {
  io.optional("name", institution.name);
  io.optional("credit-code", institution.creditCode);
  io.optional("kind", institution.kind);
  io.optional("record-number", institution.recordNumber);
  io.optional("valid-until", institution.validUntil);
  io.optional("contact", institution.contact);
  io.optional("phone", institution.phone);
  io.extras(institution.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, BankInfo>& info) {
  io.optional("title", info.title);
  io.optional("occupation", info.occupation);
  io.optional("occupation-name", info.occupationName);
  io.required("class", info.occupationClass);
  io.optional("levels", info.levels);
  io.required("theory", info.theoryKind);
  io.required("skills", info.skillsKind);
  io.optional("profile", info.profile);
  io.extras(info.extras);
  io.child("institution", info.institution);
}

template <typename Io>
void fields(Io& io, Side<Io, Person>& person) {
  io.required("id", person.id);
  io.optional("name", person.name);
  io.required("kind", person.kind);
  io.optional("institution", person.institution);
  io.optional("qualification", person.qualification);
  io.optional("duty", person.duty);
  io.extras(person.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, People>& people) {
  io.extras(people.extras);
  io.children("person", people.people);
}

template <typename Io>
void fields(Io& io, Side<Io, Waiver>& waiver) {
  io.optional("rule", waiver.rule);
  io.optional("object", waiver.object);
  io.optional("field", waiver.field);
  io.optional("judged", waiver.judged);
  io.optional("reason", waiver.reason);
  io.optional("person", waiver.person);
  io.optional("date", waiver.date);
  io.extras(waiver.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Waivers>& waivers) {
  io.extras(waivers.extras);
  io.children("waiver", waivers.waivers);
}

template <typename Io>
void fields(Io& io, Side<Io, Judgement>& judgement) {
  io.required("a", judgement.a);
  io.required("b", judgement.b);
  io.required("verdict", judgement.verdict);
  io.optional("judged-a", judgement.judgedA);
  io.optional("judged-b", judgement.judgedB);
  io.optional("reason", judgement.reason);
  io.optional("person", judgement.person);
  io.optional("date", judgement.date);
  io.extras(judgement.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Judgements>& judgements) {
  io.extras(judgements.extras);
  io.children("judgement", judgements.judgements);
}

template <typename Io>
void fields(Io& io, Side<Io, Dossier>& dossier) {
  io.extras(dossier.extras);
  io.entries("field", "id", dossier.fields);
  io.entries("text", "id", dossier.texts);
  io.entries("attachment", "file", dossier.attachments);
}

template <typename Io>
void fields(Io& io, Side<Io, TermVariant>& variant) {
  io.required("use", variant.use);
  io.optional("text", variant.text);
  io.extras(variant.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Term>& term) {
  io.optional("preferred", term.preferred);
  io.optional("source", term.source);
  io.optional("note", term.note);
  io.extras(term.extras);
  io.children("variant", term.variants);
}

template <typename Io>
void fields(Io& io, Side<Io, Terms>& terms) {
  io.extras(terms.extras);
  io.children("term", terms.terms);
}

namespace {

void checkIds(const People& people, const std::string& file) {
  UniqueIds ids(file);
  for (const Person& person : people.people) ids.add(person.id, "person");
}

}  // namespace

std::string write(const BankInfo& info) {
  return writeDocument("bank", info);
}

BankInfo readBankInfo(Element& root, const ReadContext& context) {
  return readDocument<BankInfo>(root, "bank", context);
}

std::string write(const People& people) {
  checkIds(people, {});
  return writeDocument("people", people);
}

People readPeople(Element& root, const ReadContext& context) {
  auto people = readDocument<People>(root, "people", context);
  checkIds(people, context.file);
  return people;
}

std::string write(const Waivers& waivers) {
  return writeDocument("waivers", waivers);
}

Waivers readWaivers(Element& root, const ReadContext& context) {
  return readDocument<Waivers>(root, "waivers", context);
}

std::string write(const Judgements& judgements) {
  return writeDocument("judgements", judgements);
}

Judgements readJudgements(Element& root, const ReadContext& context) {
  return readDocument<Judgements>(root, "judgements", context);
}

std::string write(const Dossier& dossier) {
  return writeDocument("dossier", dossier);
}

Dossier readDossier(Element& root, const ReadContext& context) {
  return readDocument<Dossier>(root, "dossier", context);
}

std::string write(const Terms& terms) {
  return writeDocument("terms", terms);
}

Terms readTerms(Element& root, const ReadContext& context) {
  return readDocument<Terms>(root, "terms", context);
}

}  // namespace tiku::formats::xml

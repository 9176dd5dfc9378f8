#include "formats/package/xml/writer.h"

#include "formats/base/error.h"
#include "formats/package/xml/tree.h"

namespace tiku::formats::xml {
namespace {

void appendPiece(const Inline& piece, std::string& out) {
  const auto wrapped = [&](std::string_view name) {
    out += '<';
    out += name;
    if (piece.text.empty()) {
      out += "/>";
      return;
    }
    out += '>';
    escape(piece.text, out);
    out += "</";
    out += name;
    out += '>';
  };
  switch (piece.kind) {
    case Inline::Kind::kText:
      escape(piece.text, out);
      break;
    case Inline::Kind::kSubscript:
      wrapped("sub");
      break;
    case Inline::Kind::kSuperscript:
      wrapped("sup");
      break;
    case Inline::Kind::kEmphasis:
      wrapped("em");
      break;
    case Inline::Kind::kMath:
      wrapped("math");
      break;
    case Inline::Kind::kBlank:
      out += "<blank/>";
      break;
    case Inline::Kind::kLineBreak:
      out += "<br/>";
      break;
    case Inline::Kind::kImage:
      out += "<image target=\"";
      escape(piece.target, out);
      if (!piece.text.empty()) {
        out += "\" alt=\"";
        escape(piece.text, out);
      }
      out += "\"/>";
      break;
  }
}

}  // namespace

void refuseToWrite(std::string_view element, std::string_view attribute, const std::string& text) {
  throw FormatError(ErrorCode::kNotUnderstood,
                    say("不能保存：<{element}> 的 {attribute} 的值“{text}”写下后将读不回来。",
                        "element"_a = element, "attribute"_a = attribute, "text"_a = text),
                    {}, say("请改正这个值。"));
}

ElementWriter::ElementWriter(std::string& out, std::string_view name, int depth)
    : out_(&out), name_(name), depth_(depth) {
  indent(depth_);
  *out_ += '<';
  *out_ += name_;
}

void ElementWriter::declareNamespace() {
  attribute("xmlns", kTikuNamespace);
}

void ElementWriter::extras(const Extras& extras) {
  for (const auto& [name, value] : extras.attributes) attribute(name, value);
  extras_ = &extras;
}

void ElementWriter::texts(std::string_view name, const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    ElementWriter child = open(name);
    child.content(value);
    child.close();
  }
}

void ElementWriter::rich(std::string_view name, const RichText& text) {
  if (text.blocks().empty()) return;
  ElementWriter child = open(name);
  child.content(text);
  child.close();
}

void ElementWriter::riches(std::string_view name, const std::vector<RichText>& texts) {
  for (const RichText& text : texts) {
    ElementWriter child = open(name);
    child.content(text);
    child.close();
  }
}

void ElementWriter::content(const RichText& text) {
  if (text.blocks().empty()) return;
  startTagEnds();
  blocks(text, depth_ + 1);
}

void ElementWriter::content(const std::string& text) {
  if (text.empty()) return;
  *out_ += '>';
  tagOpen_ = false;
  inLine_ = true;
  escape(text, *out_);
}

void ElementWriter::close() {
  if (extras_ != nullptr && !extras_->elements.empty()) {
    startTagEnds();
    for (const std::string& element : extras_->elements) {
      indent(depth_ + 1);
      *out_ += element;
      *out_ += '\n';
    }
  }
  if (tagOpen_) {
    *out_ += "/>\n";
    return;
  }
  if (!inLine_) indent(depth_);
  *out_ += "</";
  *out_ += name_;
  *out_ += ">\n";
}

ElementWriter ElementWriter::open(std::string_view name) {
  startTagEnds();
  return {*out_, name, depth_ + 1};
}

void ElementWriter::attribute(std::string_view name, std::string_view value) {
  *out_ += ' ';
  *out_ += name;
  *out_ += "=\"";
  escape(value, *out_);
  *out_ += '"';
}

void ElementWriter::startTagEnds() {
  if (!tagOpen_) return;
  *out_ += ">\n";
  tagOpen_ = false;
}

void ElementWriter::indent(int depth) {
  out_->append(static_cast<std::size_t>(depth) * 2, ' ');
}

void ElementWriter::blocks(const RichText& text, int depth) {
  const auto line = [&](int at, std::string_view tag) {
    indent(at);
    *out_ += tag;
    *out_ += '\n';
  };
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      indent(depth);
      *out_ += "<p>";
      for (const Inline& piece : paragraph->pieces) appendPiece(piece, *out_);
      *out_ += "</p>\n";
      continue;
    }
    line(depth, "<table>");
    for (const auto& row : std::get<TextTable>(block).rows) {
      line(depth + 1, "<row>");
      for (const RichText& cell : row) {
        line(depth + 2, "<cell>");
        blocks(cell, depth + 3);
        line(depth + 2, "</cell>");
      }
      line(depth + 1, "</row>");
    }
    line(depth, "</table>");
  }
}

}  // namespace tiku::formats::xml

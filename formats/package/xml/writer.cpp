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

// What is written must be read again; two levels are left for a paragraph and what stands in it.
void refuseTooDeep(int depth) {
  const int limit = Limits{}.xmlDepth - 2;
  if (depth < limit) return;
  throw FormatError(ErrorCode::kOverLimit, say("不能保存：内容嵌套超过 {limit} 层。", "limit"_a = limit));
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
  refuseTooDeep(depth);
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

// The tags around what `inner` writes, or one tag when there is nothing.
template <typename Inner>
void ElementWriter::wrap(std::string_view name, int depth, bool empty, const Inner& inner) {
  refuseTooDeep(depth);
  indent(depth);
  *out_ += '<';
  *out_ += name;
  if (empty) {
    *out_ += "/>\n";
    return;
  }
  *out_ += ">\n";
  inner();
  indent(depth);
  *out_ += "</";
  *out_ += name;
  *out_ += ">\n";
}

void ElementWriter::paragraph(const Paragraph& paragraph, int depth) {
  indent(depth);
  *out_ += "<p>";
  const std::size_t start = out_->size();
  for (const Inline& piece : paragraph.pieces) appendPiece(piece, *out_);
  if (out_->size() == start) {
    out_->replace(start - 1, 1, "/>\n");
  } else {
    *out_ += "</p>\n";
  }
}

void ElementWriter::blocks(const RichText& text, int depth) {
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* words = std::get_if<Paragraph>(&block)) {
      paragraph(*words, depth);
      continue;
    }
    const auto& rows = std::get<TextTable>(block).rows;
    wrap("table", depth, rows.empty(), [&] {
      for (const auto& row : rows) {
        wrap("row", depth + 1, row.empty(), [&] {
          for (const RichText& cell : row) {
            wrap("cell", depth + 2, cell.blocks().empty(), [&] { blocks(cell, depth + 3); });
          }
        });
      }
    });
  }
}

}  // namespace tiku::formats::xml

#include "formats/exchange/docx/rich_runs.h"

namespace tiku::formats {

DocxRun runOf(const Inline& piece) {
  DocxRun run;
  run.text = piece.text;
  switch (piece.kind) {
    case Inline::Kind::kText:
    case Inline::Kind::kBlank:
      break;
    case Inline::Kind::kMath:
      run.kind = DocxRun::Kind::kMath;
      break;
    case Inline::Kind::kSubscript:
      run.script = DocxRun::Script::kSub;
      break;
    case Inline::Kind::kSuperscript:
      run.script = DocxRun::Script::kSuper;
      break;
    case Inline::Kind::kEmphasis:
      run.bold = true;
      run.emphasis = true;
      break;
    case Inline::Kind::kImage:
      run.kind = DocxRun::Kind::kImage;
      run.target = piece.target;
      break;
    case Inline::Kind::kLineBreak:
      run.kind = DocxRun::Kind::kLineBreak;
      run.text.clear();
      break;
  }
  return run;
}

}  // namespace tiku::formats

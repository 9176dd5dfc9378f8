#pragma once

#include <memory>

#include "formats/history/transfer.h"

namespace tiku::cli {

/// Moves check-ins for a person at a terminal: one line that tells how far it is, and questions about
/// passwords and trust. Where there is no terminal nothing is shown and nothing asked.
class TransferLine {
 public:
  TransferLine();
  TransferLine(const TransferLine&) = delete;
  TransferLine& operator=(const TransferLine&) = delete;
  ~TransferLine();

  [[nodiscard]] const formats::Transfer& how() const { return how_; }

 private:
  formats::Transfer how_;
  std::unique_ptr<formats::CredentialSource> person_;
  bool shown_ = false;
};

}  // namespace tiku::cli

#include "editor/app/opening.h"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

namespace {

std::string wordOf(Phase phase) {
  switch (phase) {
    case Phase::kReading:
      return say("正在读取…");
    case Phase::kChecking:
      return say("正在检查…");
    case Phase::kComparing:
      return say("正在与上次签入的内容比较…");
    case Phase::kWriting:
      break;
  }
  return say("正在写入…");
}

}  // namespace

// What the thread and the panel share; the panel may go before the thread's last words arrive.
struct Opening::Shared {
  std::atomic<bool> stop = false;
  Opening* panel = nullptr;  // Null when it is gone. Only the window's thread changes it.
};

Opening::Opening(wxWindow* parent, const std::string& what, Open open, Post post, Results results)
    : wxPanel(parent), shared_(std::make_shared<Shared>()) {
  auto* title =
      new wxStaticText(this, wxID_ANY, shown(what), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  title->SetFont(title->GetFont().Scaled(1.2F).Bold());
  text_ = new wxStaticText(this, wxID_ANY, shown(wordOf(Phase::kReading)));
  gauge_ = new wxGauge(this, wxID_ANY, 1000, wxDefaultPosition, FromDIP(wxSize(420, -1)));
  auto* cancel = new wxButton(this, wxID_CANCEL, shown(say("取消")));
  auto* all = new wxBoxSizer(wxVERTICAL);
  const auto flags = wxSizerFlags().CentreHorizontal().Border(wxALL, FromDIP(6));
  all->AddStretchSpacer(1);
  for (wxWindow* window : {static_cast<wxWindow*>(title), static_cast<wxWindow*>(text_),
                           static_cast<wxWindow*>(gauge_), static_cast<wxWindow*>(cancel)}) {
    all->Add(window, flags);
  }
  all->AddStretchSpacer(2);
  SetSizer(all);
  shared_->panel = this;
  cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { shared_->stop = true; });

  DocumentOptions options;
  options.post = post;
  options.watch = [shared = shared_, post](const Progress& progress) {
    post([shared, progress] {
      if (shared->panel != nullptr) shared->panel->showProgress(progress);
    });
    return !shared->stop;
  };
  thread_ =
      std::jthread([shared = shared_, open = std::move(open), options, post, results = std::move(results)] {
        // What is told goes through a shared pointer, since std::function wants what can be copied.
        try {
          auto opened = std::make_shared<std::unique_ptr<Document>>(open(options));
          post([shared, opened, results] {
            if (shared->panel == nullptr) return;
            shared->stop ? results.cancelled() : results.opened(std::move(*opened));
          });
        } catch (const Cancelled&) {
          post([shared, results] {
            if (shared->panel != nullptr) results.cancelled();
          });
        } catch (...) {
          post([shared, results, failure = std::current_exception()] {
            if (shared->panel != nullptr) results.failed(failure);
          });
        }
      });
}

Opening::~Opening() {
  shared_->stop = true;
  shared_->panel = nullptr;
}

void Opening::showProgress(const Progress& progress) {
  text_->SetLabelText(shown(wordOf(progress.phase)));
  gauge_->SetValue(static_cast<int>(progress.share * 1000));
  Layout();
}

}  // namespace tiku::editor

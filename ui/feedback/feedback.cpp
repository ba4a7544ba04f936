#include "ui/feedback/feedback.h"

#include "ui/format/words.h"

namespace latchkey::ui {

namespace {
/// A state that goes by: nothing was changed, and the same may be asked again.
bool goesBy(const Error &e) {
    return e.code == ErrorCode::Busy || e.code == ErrorCode::DiskFull || e.code == ErrorCode::Unreachable ||
           e.code == ErrorCode::RateLimited;
}
} // namespace

void Feedback::refused(const StepEnd &step, const Error &e, bool ours) {
    const bool byLater = e.code == ErrorCode::Conflict && ours && step.later;
    if (byLater || e.code == ErrorCode::Cancelled || goesBy(e))
        step.back();
    else
        step.out();
    toast(byLater ? tr("A later change of yours builds on this one. Undo that one first.") : sentence(e), {},
          {});
}

void Feedback::walked(const QString &said, bool undo) {
    toast(undo ? tr("Undone: %1").arg(said) : tr("Redone: %1").arg(said));
}

} // namespace latchkey::ui

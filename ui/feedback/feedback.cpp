#include "ui/feedback/feedback.h"

#include "ui/format/words.h"

namespace latchkey::ui {

namespace {
/// A state that goes by: nothing was changed, and the same may be asked again. Rights are one, too: they may
/// be given back.
bool goesBy(const Error &e) {
    switch (e.code) {
    case ErrorCode::Busy:
    case ErrorCode::DiskFull:
    case ErrorCode::Unreachable:
    case ErrorCode::RateLimited:
    case ErrorCode::NotAllowed:
    case ErrorCode::ReadOnly:
    case ErrorCode::Cancelled:
        return true;
    default:
        return false;
    }
}

bool isBuiltOn(const Feedback::StepEnd &step, const Error &e, bool ours) {
    return e.code == ErrorCode::Conflict && ours && step.later;
}
} // namespace

void Feedback::notDone(const StepEnd &step, const Error &e, bool ours) {
    if (goesBy(e) || isBuiltOn(step, e, ours))
        step.back();
    else
        step.out();
}

void Feedback::refused(const StepEnd &step, const Error &e, bool ours) {
    notDone(step, e, ours);
    toast(isBuiltOn(step, e, ours) ? tr("A later change of yours builds on this one. Undo that one first.")
                                   : sentence(e),
          {}, {});
}

void Feedback::walked(const QString &said, bool undo) {
    toast(undo ? tr("Undone: %1").arg(said) : tr("Redone: %1").arg(said));
}

} // namespace latchkey::ui

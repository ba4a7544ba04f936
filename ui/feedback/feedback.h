#pragma once

#include "core/model/error.h"
#include "ui/commands/own_versions.h"

#include <QObject>
#include <QString>
#include <functional>

namespace latchkey::ui {

/// Event → toast (with Undo where useful). Ongoing state → banner. The main window provides it; tests record
/// it.
class Feedback : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// 10 seconds; `undo` also becomes the newest entry of Edit › Undo.
    virtual void toast(const QString &text, std::function<void()> undo = {},
                       std::function<void()> redo = {}) = 0;
    /// This was done and can't be undone: Ctrl+Z says so before it takes back what came earlier.
    virtual void lasting(const QString &what) = 0;
    /// Asked while such an undo or redo is called: puts it back, for when the person has said no to the
    /// question about it. At any other time it does nothing.
    [[nodiscard]] virtual std::function<void()> wayBack() = 0;
    /// What can come of such an undo or redo; asked while it is called.
    struct StepEnd {
        std::function<void()> back; ///< puts it back: see wayBack()
        std::function<void()> out;  ///< takes it out of the history
        bool later = false;         ///< it is undone before later steps, which stand
    };
    [[nodiscard]] virtual StepEnd stepEnd() = 0;
    /// Asked then too: a job does it, which takes its time.
    virtual void mayTakeLong() = 0;
    /// Such an undo or redo was not done. It goes back where it can be asked for again, else it leaves the
    /// history. `ours`: what is in its way is the last change of this window.
    static void notDone(const StepEnd &step, const Error &e, bool ours);
    /// The same, and says why.
    void refused(const StepEnd &step, const Error &e, bool ours);
    /// It was done. `said`: what the toast said that offered it.
    void walked(const QString &said, bool undo);
    enum class Level { Info, Warning, Danger };
    /// One banner per id; replaced by the same id, removed by clearBanner.
    virtual void banner(const QString &id, Level level, const QString &text, const QString &actionText = {},
                        std::function<void()> action = {}, const QString &secondText = {},
                        std::function<void()> second = {}) = 0;
    virtual void clearBanner(const QString &id) = 0;
    /// The notice that was just shown also says which verifiers know of what it tells of this key.
    virtual void receipt(const KeyId &key) = 0;
    /// What the undos and redos of this window have made of keys.
    [[nodiscard]] OwnVersions &ownVersions() { return m_own; }

private:
    OwnVersions m_own;
};

} // namespace latchkey::ui

#pragma once

#include <QtGlobal>
#include <memory>

namespace latchkey::ui {

/// In which states this window has left one thing: a customer, the rules, the catalogue. An undo makes an
/// older state again under a newer version; the step that had led to that state holds it too, so it can be
/// undone next. Unlike keys (OwnVersions) a customer that was deleted and put back counts from 1 again.
class OwnStates {
public:
    using State = std::shared_ptr<qint64>; ///< the version it has by now
    /// A change of this window has found the thing at `version`: as the last one left it, unless somebody
    /// else was in between.
    State found(qint64 version) {
        if (!m_last || *m_last != version)
            return left(version);
        return m_last;
    }
    /// A change of this window has written `version`.
    State left(qint64 version) {
        m_last = std::make_shared<qint64>(version);
        return m_last;
    }
    /// An undo has made `state` again, as `version`.
    void again(const State &state, qint64 version) {
        *state = version;
        m_last = state;
    }

private:
    State m_last;
};

} // namespace latchkey::ui

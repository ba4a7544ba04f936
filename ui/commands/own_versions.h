#pragma once

#include "core/model/key_id.h"

#include <QHash>

namespace latchkey::ui {

/// Which versions of a key are alike, because all that came between was a change of this window and the undo
/// of it. So that an older step can be undone, or redone, after a newer one: nobody else was in between.
/// Every change of a key raises its version by one.
class OwnVersions {
public:
    /// More are forgotten: then an older step finds that the key was changed.
    static constexpr qsizetype Most = 1'500'000;
    /// The version that what was `version` has by now.
    [[nodiscard]] qint64 now(const KeyId &key, qint64 version) const {
        for (auto next = m_next.constFind({key, version}); next != m_next.cend();
             next = m_next.constFind({key, version}))
            version = *next;
        return version;
    }
    /// The key is at `version` what it was at `was`.
    void alike(const KeyId &key, qint64 was, qint64 version) {
        if (was >= version)
            return;
        if (m_next.size() >= Most)
            m_next.clear();
        m_next.insert({key, was}, version);
    }

private:
    QHash<std::pair<KeyId, qint64>, qint64> m_next; ///< always to a higher one
};

/// The versions at which a key last was before and after a step.
struct StepVersions {
    qint64 before = 0, after = 0;
    [[nodiscard]] qint64 expected(bool undo) const { return undo ? after : before; }
    /// An undo or redo has written `version`.
    void wrote(OwnVersions &own, const KeyId &key, bool undo, qint64 version) {
        qint64 &there = undo ? before : after;
        own.alike(key, there, version);
        there = version;
        (undo ? after : before) = version - 1;
    }
};

} // namespace latchkey::ui

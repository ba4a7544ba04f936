#pragma once

#include "core/model/futures.h"
#include "core/model/key_id.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <functional>

namespace latchkey {

/// What is about to be changed, for the question before it.
struct PlannedChange {
    QString action; ///< of its audit row: "key.deactivate", "catalogue.undo"
    qint64 count = 1;
    KeyId key = {};    ///< the first; null where it is none
    QString name = {}; ///< of what it is about, where the change says so
    struct Part {
        KeyId key; ///< the first of this place
        qint64 count = 1;
    };
    /// Where several vaults are looked at as one: of each place (KeyId::place()) its share; empty: all is of
    /// the place of `key`.
    QList<Part> parts = {};
};

/// Stands before every change of a vault whose connection asks first. On the thread that owns the vault.
class ChangeGate {
public:
    ChangeGate() = default;
    virtual ~ChangeGate() = default;
    ChangeGate(const ChangeGate &) = delete;
    ChangeGate &operator=(const ChangeGate &) = delete;
    /// Whether the person wants it.
    virtual QFuture<bool> ask(const PlannedChange &change) = 0;
    [[nodiscard]] bool agreed() const { return m_agreed > 0; }

private:
    friend class Agreed;
    int m_agreed = 0;
};

/// While it lives, what is asked of the vault has been agreed on: a sheet has named it, and its button was
/// pressed. For the one call, never across the event loop.
class Agreed {
public:
    /// Null where nothing is asked.
    explicit Agreed(ChangeGate *gate)
        : m_gate(gate) {
        if (m_gate)
            ++m_gate->m_agreed;
    }
    ~Agreed() {
        if (m_gate)
            --m_gate->m_agreed;
    }
    Agreed(const Agreed &) = delete;
    Agreed &operator=(const Agreed &) = delete;

private:
    ChangeGate *m_gate;
};

/// For what is done later, in pieces: asks now where it must, and goes on when it is agreed.
inline void whenAgreed(ChangeGate *gate, QObject *context, const PlannedChange &change,
                       std::function<void()> go, std::function<void()> declined = {}) {
    if (!gate || gate->agreed())
        return go();
    gate->ask(change) | then(context, [go = std::move(go), declined = std::move(declined)](bool yes) {
        if (yes)
            go();
        else if (declined)
            declined();
    });
}

} // namespace latchkey

#pragma once

#include "core/model/key_id.h"
#include "core/secrets/secret_store.h"

#include <QObject>
#include <QTimer>

namespace latchkey::ui {

/// The one token that is shown in clear at a time, and for how long. The table paints it from here; no model
/// holds it.
class RevealedToken : public QObject {
    Q_OBJECT
public:
    explicit RevealedToken(QObject *parent = nullptr);
    /// seconds 0: until forget(), for "while held".
    void show(const KeyId &id, const QString &name, SharedSecret token, int seconds);
    void forget();
    [[nodiscard]] bool shows(const KeyId &id) const { return m_token && m_id == id; }
    [[nodiscard]] KeyId id() const { return m_token ? m_id : KeyId(); }
    [[nodiscard]] QString name() const { return m_name; } ///< of the key
    [[nodiscard]] SharedSecret token() const { return m_token; }
    [[nodiscard]] int secondsLeft() const; ///< 0: until forget()
    /// Only to be painted. Empty when nothing is shown.
    [[nodiscard]] QString forPainting() const;

signals:
    void changed();

private:
    KeyId m_id;
    QString m_name;
    SharedSecret m_token;
    QTimer m_timer;
};

} // namespace latchkey::ui

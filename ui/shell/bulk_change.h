#pragma once

#include "core/services/key_service.h"
#include "ui/keys/key_selection.h"

#include <QObject>
#include <functional>

namespace latchkey::ui {

/// What became of each key, counted once it is over.
struct BulkReport {
    QList<KeyId> done; ///< these changed, and only these can be undone
    QString name;      ///< of the first that changed
    qsizetype asked = 0;
    qsizetype unneeded = 0; ///< were as wanted already
    qsizetype failed = 0;
    std::optional<Error> first; ///< why the first of them failed
    bool stopped = false;       ///< cancelled, or nothing more could be written; the rest is untouched
    [[nodiscard]] qsizetype left() const { return asked - done.size() - unneeded - failed; }
};

/// Changes many keys a few at a time, reading each afresh. The window stays live, and cancel() is obeyed as
/// soon as the few under way are answered. Finishes once.
class BulkChange : public QObject {
    Q_OBJECT
public:
    struct Plan {
        QString doing; ///< "Deactivating", for the status line
        KeySelection keys;
        std::function<bool(const ApiKey &)> needed;
        std::function<QFuture<Result<ApiKey>>(const ApiKey &)> change;
    };
    BulkChange(VaultBackend &backend, Plan plan, QObject *parent = nullptr);
    [[nodiscard]] const QString &doing() const { return m_plan.doing; }
    void start() { readNext(); }
    void cancel() { m_cancelled = true; }

    static constexpr int AtOnce = 8, ReadAtOnce = 128;

signals:
    void progress(qsizetype seen, qsizetype all);
    void finished(const latchkey::ui::BulkReport &report);

private:
    void readNext();
    void changeNext();
    void settle(const ApiKey &asked, const QFuture<Result<ApiKey>> &answer);
    void fail(const Error &e, qsizetype keys = 1);
    void finish();

    VaultBackend &m_backend;
    Plan m_plan;
    BulkReport m_report;
    qsizetype m_read = 0;
    QList<ApiKey> m_waiting;
    bool m_cancelled = false;
};

} // namespace latchkey::ui

#include "ui/shell/bulk_change.h"

#include "core/model/futures.h"

#include <algorithm>

namespace latchkey::ui {

namespace {

/// After these the next key would fail in the same way, only later.
bool endsEverything(ErrorCode code) {
    return code == ErrorCode::Busy || code == ErrorCode::DiskFull || code == ErrorCode::ReadOnly ||
           code == ErrorCode::CannotOpen || code == ErrorCode::Internal;
}

} // namespace

BulkChange::BulkChange(VaultBackend &backend, Plan plan, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_plan(std::move(plan)) {
    m_report.asked = m_plan.keys.count();
}

void BulkChange::readNext() {
    if (m_cancelled || m_read >= m_report.asked)
        return finish();
    const QList<KeyId> ids = m_plan.keys.mid(m_read, ReadAtOnce);
    m_read += ids.size();
    m_backend.rows(ids) | then(this, [this, n = ids.size()](const Result<QList<ApiKey>> &rows) {
        if (!rows) {
            fail(rows.error(), n);
            return finish();
        }
        if (rows->size() < n) // gone for good meanwhile
            fail(Error(ErrorCode::NotFound), n - rows->size());
        m_waiting = *rows;
        m_waiting.removeIf([this](const ApiKey &k) { return !m_plan.needed(k); });
        m_report.unneeded += rows->size() - m_waiting.size();
        changeNext();
    });
}

void BulkChange::changeNext() {
    emit progress(m_read - m_waiting.size(), m_report.asked);
    if (m_cancelled || m_report.stopped)
        return finish();
    if (m_waiting.isEmpty())
        return readNext();
    const QList<ApiKey> some = m_waiting.first(qMin<qsizetype>(AtOnce, m_waiting.size()));
    m_waiting.remove(0, some.size());
    QList<QFuture<Result<ApiKey>>> running;
    running.reserve(some.size());
    for (const ApiKey &k : some)
        running.append(m_plan.change(k));
    QtFuture::whenAll(running.begin(), running.end()) |
        then(this, [this, some](const QList<QFuture<Result<ApiKey>>> &all) {
            for (qsizetype i = 0; i < all.size(); ++i)
                settle(some[i], all[i]);
            changeNext();
        });
}

void BulkChange::settle(const ApiKey &asked, const QFuture<Result<ApiKey>> &answer) {
    if (answer.resultCount() == 0)
        return fail(Error(ErrorCode::Cancelled));
    const Result<ApiKey> result = answer.result();
    if (!result) {
        m_report.stopped = m_report.stopped || endsEverything(result.error().code);
        return fail(result.error());
    }
    if (m_report.done.isEmpty())
        m_report.name = asked.config.name;
    m_report.done.append(asked.id);
}

void BulkChange::fail(const Error &e, qsizetype keys) {
    m_report.failed += keys;
    if (!m_report.first)
        m_report.first = e;
}

void BulkChange::finish() {
    m_report.stopped = m_report.left() > 0;
    emit finished(m_report);
}

} // namespace latchkey::ui

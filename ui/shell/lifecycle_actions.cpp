#include "ui/shell/lifecycle_actions.h"

#include "core/backend/change_gate.h"
#include "core/backend/request_log.h"
#include "core/model/futures.h"
#include "ui/dialogs/revoke_sheet.h"
#include "ui/dialogs/rotate/stop_old_sheet.h"
#include "ui/format/words.h"
#include "ui/shell/fresh_keys.h"
#include "ui/shell/key_forms.h"

namespace latchkey::ui {

LifecycleActions::LifecycleActions(KeyService &service, KeysPage &page, FreshKeys &fresh, KeyForms &forms,
                                   Feedback &feedback, QWidget *window)
    : QObject(window)
    , m_service(service)
    , m_page(page)
    , m_fresh(fresh)
    , m_forms(forms)
    , m_feedback(feedback)
    , m_window(window) {}

void LifecycleActions::tell(const Error &e) {
    m_feedback.toast(sentence(e), {}, {});
    if (e.code == ErrorCode::Conflict || e.code == ErrorCode::NotFound)
        m_page.model().refresh();
}

void LifecycleActions::withCurrent(std::function<void(const ApiKey &)> then) {
    const KeyId id = m_page.table().currentKey();
    m_fresh.read({id}, [this, id, then = std::move(then)](const Result<QList<ApiKey>> &rows) {
        if (!rows || rows->isEmpty())
            return tell(rows ? m_service.backend().troubleOf(id).value_or(Error(ErrorCode::NotFound))
                             : rows.error());
        then(rows->first());
    });
}

void LifecycleActions::rotate() {
    withCurrent([this](const ApiKey &k) { m_forms.rotate(k, false); });
}

void LifecycleActions::regenerate() {
    withCurrent([this](const ApiKey &k) { m_forms.rotate(k, true); });
}

void LifecycleActions::revoke() {
    withCurrent([this](const ApiKey &k) {
        const Instant asked = m_service.clock().now();
        auto *sheet = new RevokeSheet(k, asked, m_window);
        if (RequestLog *log = m_service.backend().requests())
            sheet->showCalls(*log, k.id, asked);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->setWindowModality(Qt::WindowModal);
        connect(sheet, &QDialog::accepted, this, [this, sheet, k] {
            const Agreed agreed(m_service.backend().gate());
            m_service.revoke(k, sheet->reason(), sheet->leaked()) |
                then(this, [this, before = k.version](const Result<ApiKey> &r) {
                    if (!r)
                        return tell(r.error());
                    if (r->leaked) {
                        const QString what = tr("Revoked “%1” for good").arg(r->config.name);
                        m_feedback.toast(what);
                        m_feedback.lasting(what);
                        return m_feedback.receipt(r->id);
                    }
                    const auto now = std::make_shared<ApiKey>(*r);
                    const QString reason = r->stateReason; // restoring clears it
                    const auto versions = std::make_shared<StepVersions>(StepVersions{before, r->version});
                    const auto key = [this, now, versions](bool undo) {
                        ApiKey one = *now;
                        one.version = m_feedback.ownVersions().now(one.id, versions->expected(undo));
                        return one;
                    };
                    const QString said = tr("Revoked “%1”").arg(r->config.name);
                    const auto keep = [this, said, now, versions](bool undo) { // what comes of undo or redo
                        return [this, said, now, versions, undo,
                                step = m_feedback.stepEnd()](const Result<ApiKey> &after) {
                            if (!after) {
                                m_page.model().refresh();
                                const QString by =
                                    after.error().params.value(QStringLiteral("changedBy")).toString();
                                return m_feedback.refused(step, after.error(),
                                                          by == m_service.principalOf(now->id).name);
                            }
                            versions->wrote(m_feedback.ownVersions(), after->id, undo, after->version);
                            *now = *after;
                            m_feedback.walked(said, undo);
                        };
                    };
                    m_feedback.toast(
                        said, [this, key, keep] { m_service.restore(key(true)) | then(this, keep(true)); },
                        [this, key, reason, keep] {
                            m_service.revoke(key(false), reason, false) | then(this, keep(false));
                        });
                    m_feedback.receipt(r->id);
                });
        });
        sheet->open();
    });
}

void LifecycleActions::extend(const ApiKey &key) {
    constexpr qint64 Day = 86'400'000;
    // A day more than it has, within what is allowed; an open end becomes a day from now.
    const Instant now = m_service.clock().now();
    const qint64 left = key.old && key.old->until ? qMax<qint64>(0, key.old->until->ms() - now.ms() + 1) : 0;
    m_service.extendOld(key, qMin(left + Day, KeyService::MostOverlapMs)) |
        then(this, [this](const Result<ApiKey> &r) {
            if (!r)
                return tell(r.error());
            m_feedback.toast(
                tr("The old key works until %1").arg(fullTime(*r->old->until, m_page.model().timeZone())), {},
                {});
        });
}

void LifecycleActions::extendOld() {
    withCurrent([this](const ApiKey &k) { extend(k); });
}

void LifecycleActions::stopOld() {
    withCurrent([this](const ApiKey &k) {
        auto *sheet = new StopOldSheet(k, m_service.clock().now(), m_window);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->setWindowModality(Qt::WindowModal);
        connect(sheet, &StopOldSheet::extendWanted, this, [this, k] { extend(k); });
        connect(sheet, &QDialog::accepted, this, [this, k] {
            const Agreed agreed(m_service.backend().gate());
            m_service.stopOld(k) | then(this, [this](const Result<ApiKey> &r) {
                if (!r)
                    return tell(r.error());
                const QString what = tr("Stopped the old key of “%1”").arg(r->config.name);
                m_feedback.toast(what);
                m_feedback.lasting(what);
                m_feedback.receipt(r->id);
            });
        });
        sheet->open();
    });
}

} // namespace latchkey::ui

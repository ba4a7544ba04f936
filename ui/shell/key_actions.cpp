#include "ui/shell/key_actions.h"

#include "core/model/futures.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/format/words.h"
#include "ui/shell/key_forms.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QTimer>

namespace latchkey::ui {

namespace {
constexpr qsizetype MostAtOnce = 10'000;
}

KeyActions::KeyActions(KeyService &service, KeysPage &page, KeyForms &forms, Feedback &feedback,
                       SecretClipboard &clipboard, Settings &settings, QWidget *window)
    : QObject(window)
    , m_service(service)
    , m_page(page)
    , m_forms(forms)
    , m_feedback(feedback)
    , m_clipboard(clipboard)
    , m_settings(settings)
    , m_window(window) {
    connect(&forms, &KeyForms::created, this, [this](const ApiKey &k) { emit jumpTo(k.id); });
    connect(&forms, &KeyForms::edited, this, [this](const ApiKey &before, const ApiKey &after) {
        const KeyConfig old = before.config, now = after.config;
        const auto version = std::make_shared<qint64>(after.version);
        m_feedback.toast(
            tr("Saved “%1”").arg(now.name),
            [this, id = after.id, old, version] { undoEdit(id, old, (*version)++); },
            [this, id = after.id, now, version] { undoEdit(id, now, (*version)++); });
    });
    connect(&page.search(), &SearchBox::tokenPasted, this, &KeyActions::findToken);
    connect(&page.table(), &KeyTableView::partPressed, this, [this](CellPart part, const KeyId &) {
        if (part == CellPart::Switch)
            toggleActive();
        else if (part == CellPart::Eye)
            reveal(false);
        else if (part == CellPart::Copy)
            copyKey();
    });
    connect(&page.table(), &KeyTableView::currentKeyChanged, this,
            [this] { m_feedback.clearBanner(QStringLiteral("reveal")); });
}

void KeyActions::tell(const Error &e) {
    m_feedback.toast(sentence(e));
    if (e.code == ErrorCode::Conflict || e.code == ErrorCode::NotFound)
        m_page.model().refresh();
}

void KeyActions::withKeys(const QList<KeyId> &ids, std::function<void(const Many &)> then) {
    if (ids.isEmpty() || ids.first().isNull())
        return;
    whenDone(m_service.backend().rows(ids), this,
             [this, then = std::move(then)](const Result<QList<ApiKey>> &rows) {
                 if (!rows)
                     return tell(rows.error());
                 if (rows->isEmpty())
                     return tell(Error(ErrorCode::NotFound));
                 then(*rows);
             });
}

void KeyActions::withCurrent(std::function<void(const ApiKey &)> then) {
    withKeys({m_page.table().currentKey()},
             [then = std::move(then)](const Many &keys) { then(keys.first()); });
}

void KeyActions::withSelection(std::function<void(const Many &)> then) {
    const QList<KeyId> ids = m_page.table().selectedCount() > 1 ? m_page.table().selectedKeys(MostAtOnce)
                                                                : QList<KeyId>{m_page.table().currentKey()};
    withKeys(ids, std::move(then));
}

void KeyActions::each(const Many &keys, std::function<QFuture<Result<ApiKey>>(const ApiKey &)> change,
                      std::function<void(int, std::optional<Error>)> then) {
    QList<QFuture<Result<ApiKey>>> running;
    running.reserve(keys.size());
    for (const ApiKey &k : keys)
        running.append(change(k));
    whenDone(QtFuture::whenAll(running.begin(), running.end()), this,
             [then = std::move(then)](const QList<QFuture<Result<ApiKey>>> &all) {
                 int done = 0;
                 std::optional<Error> first;
                 for (const auto &f : all) {
                     if (f.resultCount() > 0 && f.result())
                         ++done;
                     else if (!first)
                         first = f.resultCount() > 0 ? f.result().error() : Error(ErrorCode::Cancelled);
                 }
                 then(done, first);
             });
}

/// Opens a sheet over the window and goes on when it is accepted. Nothing waits meanwhile.
void KeyActions::ask(QDialog *sheet, std::function<void()> then) {
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    connect(sheet, &QDialog::accepted, this, std::move(then));
    sheet->open();
}

void KeyActions::create() {
    m_forms.create(m_environment);
}

void KeyActions::edit() {
    withCurrent([this](const ApiKey &k) {
        if (k.damaged)
            return tell(Error(ErrorCode::Damaged, {{QStringLiteral("id"), k.id.toString()}}));
        m_forms.edit(k);
    });
}

void KeyActions::duplicate() {
    withCurrent([this](const ApiKey &k) { m_forms.duplicate(k); });
}

void KeyActions::undoEdit(const KeyId &id, const KeyConfig &config, qint64 version) {
    withKeys({id}, [this, config, version](const Many &keys) {
        if (keys.first().version != version) // somebody changed it since: undoing would overwrite that
            return tell(Error(ErrorCode::Conflict, {{QStringLiteral("changedBy"), keys.first().changedBy}}));
        m_service.edit(keys.first(), config, QStringLiteral("key.undo")) |
            then(this, [this](const Result<ApiKey> &r) {
                if (!r)
                    tell(r.error());
            });
    });
}

void KeyActions::switchAll(const QList<KeyId> &ids, bool active, bool announce) {
    withKeys(ids, [this, active, announce](const Many &found) {
        Many keys;
        QList<KeyId> touched;
        for (const ApiKey &k : found) {
            if (k.state == (active ? KeyState::Inactive : KeyState::Active)) {
                keys.append(k);
                touched.append(k.id);
            }
        }
        if (keys.isEmpty())
            return;
        const QString name = keys.first().config.name;
        each(
            keys, [this, active](const ApiKey &k) { return m_service.setActive(k, active); },
            [this, active, announce, touched, name](int done, const std::optional<Error> &e) {
                if (e)
                    tell(*e);
                if (done == 0 || !announce)
                    return;
                const QString text = touched.size() > 1 ? (active ? tr("Activated %n keys", nullptr, done)
                                                                  : tr("Deactivated %n keys", nullptr, done))
                                                        : (active ? tr("Activated “%1”").arg(name)
                                                                  : tr("Deactivated “%1”").arg(name));
                m_feedback.toast(
                    text, [this, touched, active] { switchAll(touched, !active, false); },
                    [this, touched, active] { switchAll(touched, active, false); });
            });
    });
}

void KeyActions::setActive(bool active) {
    const QList<KeyId> ids = m_page.table().selectedCount() > 1 ? m_page.table().selectedKeys(MostAtOnce)
                                                                : QList<KeyId>{m_page.table().currentKey()};
    switchAll(ids, active, true);
}

void KeyActions::toggleActive() {
    withCurrent([this](const ApiKey &k) {
        if (k.state != KeyState::Active && k.state != KeyState::Inactive)
            return tell(Error(ErrorCode::WrongState));
        switchAll({k.id}, k.state != KeyState::Active, true);
    });
}

void KeyActions::removeAll(const Many &keys) {
    QList<KeyId> ids;
    for (const ApiKey &k : keys)
        ids.append(k.id);
    each(
        keys, [this](const ApiKey &k) { return m_service.remove(k); },
        [this, ids, name = keys.first().config.name](int done, const std::optional<Error> &e) {
            if (e)
                tell(*e);
            if (done == 0)
                return;
            const auto again = [this, ids](bool back) {
                withKeys(ids, [this, back](const Many &found) {
                    each(
                        found,
                        [this, back](const ApiKey &k) {
                            return back ? m_service.restore(k) : m_service.remove(k);
                        },
                        [this](int, const std::optional<Error> &problem) {
                            if (problem)
                                tell(*problem);
                        });
                });
            };
            const QString text =
                ids.size() > 1 ? tr("Deleted %n keys", nullptr, done) : tr("Deleted “%1”").arg(name);
            if (m_service.backend().info().deletedRetentionDays == 0)
                m_feedback.toast(text);
            else
                m_feedback.toast(
                    text, [again] { again(true); }, [again] { again(false); });
        });
}

void KeyActions::remove() {
    withSelection([this](const Many &keys) {
        const bool gone = keys.first().state == KeyState::Deleted;
        const int days = m_service.backend().info().deletedRetentionDays;
        if (gone || days == 0)
            return purge();
        ask(new DeleteSheet(keys.first(), keys.size(), false, days, m_service.clock().now(), m_window),
            [this, keys] { removeAll(keys); });
    });
}

void KeyActions::purge() {
    withSelection([this](const Many &keys) {
        ask(new DeleteSheet(keys.first(), keys.size(), true, 0, m_service.clock().now(), m_window),
            [this, keys] {
                each(
                    keys, [this](const ApiKey &k) { return m_service.purge(k); },
                    [this, name = keys.first().config.name](int done, const std::optional<Error> &e) {
                        if (e)
                            tell(*e);
                        if (done > 0)
                            m_feedback.toast(done > 1 ? tr("Deleted %n keys permanently", nullptr, done)
                                                      : tr("Deleted “%1” permanently").arg(name));
                    });
            });
    });
}

void KeyActions::restore() {
    withSelection([this](const Many &keys) {
        QList<KeyId> ids;
        for (const ApiKey &k : keys)
            ids.append(k.id);
        each(
            keys, [this](const ApiKey &k) { return m_service.restore(k); },
            [this, ids, name = keys.first().config.name](int done, const std::optional<Error> &e) {
                if (e)
                    tell(*e);
                if (done > 0)
                    m_feedback.toast(
                        done > 1 ? tr("Restored %n keys", nullptr, done) : tr("Restored “%1”").arg(name),
                        [this, ids] {
                            withKeys(ids, [this](const Many &found) {
                                each(
                                    found, [this](const ApiKey &k) { return m_service.remove(k); },
                                    [](int, const std::optional<Error> &) {});
                            });
                        });
            });
    });
}

void KeyActions::copyId() {
    const KeyId id = m_page.table().currentKey();
    if (id.isNull())
        return;
    QGuiApplication::clipboard()->setText(id.toString()); // public: not a secret
    m_feedback.toast(tr("Key ID copied"));
}

void KeyActions::copyRows() {
    const qsizetype n = m_page.table().selectedCount();
    if (n == 0)
        return;
    QGuiApplication::clipboard()->setText(m_page.table().selectionAsText(MostAtOnce));
    m_feedback.toast(
        tr("%n rows copied, without the keys themselves", nullptr, static_cast<int>(qMin(n, MostAtOnce))));
}

} // namespace latchkey::ui

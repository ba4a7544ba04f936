#include "ui/shell/key_actions.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/shell/bulk_sheet.h"
#include "ui/shell/fresh_keys.h"
#include "ui/shell/key_forms.h"

#include <QLocale>
#include <algorithm>

namespace latchkey::ui {

namespace {
constexpr qsizetype MostRowsAsText = 10'000; // more is an export, not a copy
} // namespace

KeyActions::KeyActions(KeyService &service, KeysPage &page, FreshKeys &fresh, KeyForms &forms,
                       Feedback &feedback, SecretClipboard &clipboard, Settings &settings, JobRunner &jobs,
                       QWidget *window)
    : QObject(window)
    , m_service(service)
    , m_page(page)
    , m_fresh(fresh)
    , m_forms(forms)
    , m_feedback(feedback)
    , m_clipboard(clipboard)
    , m_settings(settings)
    , m_window(window)
    , m_bulk(service, jobs, feedback, this)
    , m_rotation(service, jobs, feedback, this) {
    connect(&m_bulk, &BulkActions::refused, this, &KeyActions::tell);
    connect(&m_bulk, &BulkActions::undone, &page.table(), &KeyTableView::selectWhenThere);
    connect(&service.backend(), &VaultBackend::keysChanged, this, [this] {
        m_feedback.clearBanner(QStringLiteral("busy"));
        m_feedback.clearBanner(QStringLiteral("diskFull"));
    });
    connect(&forms, &KeyForms::created, this, [this](const ApiKey &k) {
        m_feedback.lasting(tr("Created “%1”").arg(k.config.name));
        emit jumpTo(k.id);
    });
    connect(&forms, &KeyForms::lostWanted, this, [this](const ApiKey &k) { emit jumpTo(k.id); });
    connect(&forms, &KeyForms::rotated, this,
            [this](const ApiKey &k) { m_feedback.lasting(tr("Rotated “%1”").arg(k.config.name)); });
    connect(&forms, &KeyForms::edited, this, [this](const ApiKey &before, const ApiKey &after) {
        const KeyConfig old = before.config, now = after.config;
        // A service grants full access at creation only.
        if (before.service && before.service->fullAccess && old.scopes != now.scopes)
            return m_feedback.toast(
                tr("Saved “%1”").arg(now.name) + QStringLiteral(". ") +
                restrictedForGood(m_service.backend().homeOf(after.id).capabilities().service));
        const auto versions = std::make_shared<StepVersions>(StepVersions{before.version, after.version});
        offerBack(tr("Saved “%1”").arg(now.name), after.id, old, now, versions, QStringLiteral("key.edit"));
    });
    connect(&page.search(), &SearchBox::tokenPasted, this, &KeyActions::findToken);
    connect(&page.table(), &KeyTableView::partPressed, this, [this](CellPart part, const KeyId &id) {
        const QString why = part == CellPart::Switch && m_blocked ? m_blocked(id) : QString();
        if (!why.isEmpty())
            m_feedback.toast(why + u'.');
        else if (part == CellPart::Switch)
            toggleCurrent();
        else if (part == CellPart::Eye)
            reveal(false);
        else if (part == CellPart::Copy)
            copyKey();
    });
}

void KeyActions::tell(const Error &e) {
    if (e.code == ErrorCode::Busy || e.code == ErrorCode::DiskFull)
        return tellState(e);
    m_feedback.toast(sentence(e));
    if (e.code == ErrorCode::Conflict || e.code == ErrorCode::NotFound)
        m_page.model().refresh();
}

/// What lasts is a banner: it goes with the next change that is written, or when the person has read it.
void KeyActions::tellState(const Error &e) {
    const QString id = e.code == ErrorCode::Busy ? QStringLiteral("busy") : QStringLiteral("diskFull");
    m_feedback.banner(id, e.code == ErrorCode::Busy ? Feedback::Level::Warning : Feedback::Level::Danger,
                      sentence(e), tr("OK"), [this, id] { m_feedback.clearBanner(id); });
}

void KeyActions::take(const QList<KeyId> &ids, const Result<Many> &rows,
                      const std::function<void(const Many &)> &then) {
    if (!rows)
        return tell(rows.error());
    if (rows->isEmpty())
        return tell(m_service.backend().troubleOf(ids.first()).value_or(Error(ErrorCode::NotFound)));
    then(*rows);
}

void KeyActions::withKeys(const QList<KeyId> &ids, std::function<void(const Many &)> then) {
    if (ids.isEmpty() || ids.first().isNull())
        return;
    whenDone(m_service.awaited(m_service.backend().rows(ids)), this,
             [this, ids, then = std::move(then)](const Result<Many> &rows) { take(ids, rows, then); });
}

void KeyActions::goOnWith(const QList<KeyId> &ids, std::function<void(const Many &)> then) {
    m_fresh.read(ids,
                 [this, ids, then = std::move(then)](const Result<Many> &rows) { take(ids, rows, then); });
}

void KeyActions::goOnWithCurrent(std::function<void(const ApiKey &)> then) {
    goOnWith({m_page.table().currentKey()},
             [then = std::move(then)](const Many &keys) { then(keys.first()); });
}

KeySelection KeyActions::selection() const {
    const KeyTableView &table = m_page.table();
    return table.selectedCount() > 1 ? table.selection() : KeySelection({table.currentKey()});
}

/// Opens a sheet over the window and goes on when it is accepted. Nothing waits meanwhile.
void KeyActions::ask(QDialog *sheet, std::function<void()> then) {
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    connect(sheet, &QDialog::accepted, this, [this, then = std::move(then)] {
        const Agreed agreed(m_service.backend().gate());
        then();
    });
    sheet->open();
}

void KeyActions::create() {
    m_forms.create(m_environment);
}

void KeyActions::edit() {
    goOnWithCurrent([this](const ApiKey &k) {
        if (k.damaged)
            return tell(Error(ErrorCode::Damaged, {{QStringLiteral("id"), k.id.toString()}}));
        m_forms.edit(k);
    });
}

void KeyActions::duplicate() {
    goOnWithCurrent([this](const ApiKey &k) { m_forms.duplicate(k); });
}

void KeyActions::offerBack(const QString &said, const KeyId &id, const KeyConfig &before,
                           const KeyConfig &after, const std::shared_ptr<StepVersions> &versions,
                           const QString &action) {
    m_feedback.toast(
        said,
        [this, said, id, before, versions] {
            putBack(said, id, before, versions, true, QStringLiteral("key.undo"));
        },
        [this, said, id, after, versions, action] { putBack(said, id, after, versions, false, action); });
}

void KeyActions::putBack(const QString &said, const KeyId &id, const KeyConfig &config,
                         const std::shared_ptr<StepVersions> &versions, bool undo, const QString &action) {
    withKeys(
        {id}, [this, said, config, versions, undo, action, step = m_feedback.stepEnd()](const Many &keys) {
            const ApiKey &now = keys.first();
            if (now.state == KeyState::Purged)
                return refuse(step, Error(ErrorCode::Conflict, {{QStringLiteral("purged"), true}}), false);
            if (now.version != m_feedback.ownVersions().now(now.id, versions->expected(undo)))
                return refuse( // it was changed since: undoing would overwrite that
                    step, Error(ErrorCode::Conflict, {{QStringLiteral("changedBy"), now.changedBy}}),
                    now.changedBy == m_service.principalOf(now.id).name);
            m_service.edit(now, KeyService::asKept(config, now), action) |
                then(this, [this, said, versions, undo, step](const Result<ApiKey> &r) {
                    if (!r)
                        return refuse(step, r.error(), false);
                    versions->wrote(m_feedback.ownVersions(), r->id, undo, r->version);
                    m_feedback.walked(said, undo);
                });
        });
}

void KeyActions::refuse(const Feedback::StepEnd &step, const Error &e, bool ours) {
    if (e.code == ErrorCode::Busy || e.code == ErrorCode::DiskFull) {
        step.back();
        return tellState(e);
    }
    m_feedback.refused(step, e, ours);
    if (e.code == ErrorCode::Conflict || e.code == ErrorCode::NotFound)
        m_page.model().refresh();
}

void KeyActions::setActive(bool active) {
    m_bulk.setActive(selection(), active);
}

/// Of several, all go where the first that can be switched goes.
void KeyActions::toggleActive() {
    constexpr qsizetype MostLookedAt = 1000;
    const KeySelection keys = selection();
    if (keys.count() < 2)
        return toggleCurrent();
    withKeys(keys.mid(0, MostLookedAt), [this, keys](const Many &some) {
        for (const ApiKey &k : some) {
            if (k.state == KeyState::Active || k.state == KeyState::Inactive)
                return m_bulk.setActive(keys, k.state != KeyState::Active);
        }
        tell(Error(ErrorCode::WrongState));
    });
}

void KeyActions::toggleCurrent() {
    withKeys({m_page.table().currentKey()}, [this](const Many &keys) {
        const ApiKey &k = keys.first();
        if (k.state != KeyState::Active && k.state != KeyState::Inactive)
            return tell(Error(ErrorCode::WrongState));
        m_bulk.setActive(KeySelection({k.id}), k.state != KeyState::Active);
    });
}

DeleteSheet *KeyActions::deleteSheet(const ApiKey &first, const KeySelection &keys, bool forGood, int days) {
    const Instant now = m_service.clock().now();
    const VaultBackend &backend = m_service.backend();
    const QList<KeyId> all = keys.mid(0, keys.count());
    QString service = backend.homeOf(first.id).capabilities().service;
    if (std::any_of(all.begin(), all.end(), [&, place = first.id.place()](const KeyId &id) {
            return id.place() != place && backend.homeOf(id).capabilities().service != service;
        }))
        service.clear(); // what it does is not true of all of them
    const QString connection = first.id.place() != 0 ? m_page.model().connectionOf(first.id) : QString();
    auto *sheet = new DeleteSheet(first, keys.count(), forGood, days, now, m_window, service, connection);
    if (all.size() > 1)
        sheet->showRisks(m_service.backend(), all, now);
    return sheet;
}

/// What can't be deleted now is left out, and what is deleted at once in one vault does not go along with
/// what the others can bring back.
KeyActions::Removal KeyActions::removalOf(const KeySelection &keys) const {
    const VaultBackend &backend = m_service.backend();
    Removal removal{keys, keys, {}, {}, backend.homeOf(keys.at(0)).info().deletedRetentionDays};
    if (keys.at(0).place() == 0)
        return removal; // one vault
    struct Home {
        int days = 0;
        qsizetype keys = 0;
        KeyId some;
        QString blocked;
    };
    QHash<unsigned, Home> homes;
    QList<KeyId> kept, open;
    for (const QList<KeyId> all = keys.mid(0, keys.count()); const KeyId &id : all) {
        auto home = homes.find(id.place());
        if (home == homes.end())
            home = homes.insert(id.place(), {backend.homeOf(id).info().deletedRetentionDays, 0, id,
                                             m_blocked ? m_blocked(id) : QString()});
        ++home->keys;
        if (!home->blocked.isEmpty())
            continue;
        open.append(id);
        if (home->days > 0)
            kept.append(id);
    }
    removal.days = 0;
    for (const Home &home : std::as_const(homes)) {
        if (!home.blocked.isEmpty())
            removal.blocked.append({home.blocked, home.keys});
        else if (home.days == 0)
            removal.forGood.append({m_page.model().connectionOf(home.some), home.keys});
        else
            removal.days = removal.days == 0 ? home.days : qMin(removal.days, home.days);
    }
    std::sort(removal.forGood.begin(), removal.forGood.end());
    std::sort(removal.blocked.begin(), removal.blocked.end());
    removal.keys = KeySelection(kept);
    removal.open = KeySelection(open);
    return removal;
}

void KeyActions::remove() {
    const KeySelection keys = selection();
    if (keys.isEmpty() || keys.at(0).isNull())
        return;
    const Removal removal = removalOf(keys);
    if (removal.open.isEmpty())
        return m_feedback.toast(removal.blocked.value(0).first + u'.');
    if (removal.days == 0)
        return purge(removal); // none of them can be brought back
    goOnWith(removal.keys.mid(0, 1), [this, removal](const Many &first) {
        if (tellBlocked(first.first().id))
            return;
        if (first.first().state == KeyState::Deleted)
            return purge(removal);
        DeleteSheet *sheet = deleteSheet(first.first(), removal.keys, false, removal.days);
        sheet->showLeftOut(removal.forGood, removal.blocked);
        ask(sheet, [this, keys = removal.keys] { m_bulk.remove(keys); });
    });
}

void KeyActions::purge() {
    const KeySelection keys = selection();
    if (keys.isEmpty() || keys.at(0).isNull())
        return;
    const Removal removal = removalOf(keys);
    if (removal.open.isEmpty())
        return m_feedback.toast(removal.blocked.value(0).first + u'.');
    purge(removal);
}

void KeyActions::purge(const Removal &removal) {
    goOnWith(removal.open.mid(0, 1), [this, removal](const Many &first) {
        if (tellBlocked(first.first().id))
            return;
        DeleteSheet *sheet = deleteSheet(first.first(), removal.open, true, 0);
        sheet->showLeftOut({}, removal.blocked);
        ask(sheet, [this, keys = removal.open] { m_bulk.purge(keys); });
    });
}

/// That a vault doesn't answer may be known only when it was asked.
bool KeyActions::tellBlocked(const KeyId &id) {
    const QString why = id.place() != 0 && m_blocked ? m_blocked(id) : QString();
    if (!why.isEmpty())
        m_feedback.toast(why + u'.');
    return !why.isEmpty();
}

void KeyActions::restore() {
    m_bulk.restore(selection());
}

void KeyActions::changeSelected(std::optional<Deed> deed) {
    const KeySelection keys = selection();
    if (keys.isEmpty() || keys.at(0).isNull())
        return;
    auto *sheet = new BulkSheet(m_service, keys, m_window);
    if (deed)
        sheet->choose(*deed);
    ask(sheet, [this, sheet, keys] {
        if (sheet->deed() == Deed::Rotate)
            m_rotation.rotate(keys, sheet->rotation());
        else
            m_bulk.change(sheet->deed(), keys, sheet->value());
    });
}

void KeyActions::copyId() {
    const KeyId id = m_page.table().currentKey();
    if (id.isNull())
        return;
    const ApiKey *key = m_page.model().shownAt(m_page.model().rowOf(id));
    m_clipboard.copyPublic(key ? shownId(*key) : id.toString());
    m_feedback.toast(tr("Key ID copied"));
}

void KeyActions::copyRows() {
    const qsizetype n = m_page.table().selectedCount();
    if (n == 0)
        return;
    withKeys(m_page.table().selection().mid(0, MostRowsAsText), [this, n](const Many &keys) {
        m_page.table().whenTextKnown(keys, [this, n, keys] {
            m_clipboard.copyPublic(m_page.table().asText(keys));
            const QLocale l;
            m_feedback.toast(n > MostRowsAsText
                                 ? tr("Copied the first %1 of %2 rows, without the keys themselves")
                                       .arg(l.toString(MostRowsAsText), l.toString(n))
                                 : tr("%Ln rows copied, without the keys themselves", nullptr,
                                      static_cast<int>(keys.size())));
        });
    });
}

} // namespace latchkey::ui

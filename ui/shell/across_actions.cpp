#include "ui/shell/across_actions.h"

#include "core/model/futures.h"
#include "ui/compare/copy_target_sheet.h"
#include "ui/connections/connection_book.h"
#include "ui/format/words.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/bring_forward.h"
#include "ui/shell/connection_places.h"
#include "ui/shell/key_forms.h"
#include "ui/shell/main_window.h"

namespace latchkey::ui {

AcrossActions::AcrossActions(MainWindow &window, KeyForms &forms, Feedback &feedback)
    : QObject(&window)
    , m_window(window)
    , m_forms(forms)
    , m_feedback(feedback)
    , m_places(new ConnectionPlaces(window.context(), this)) {
    connect(&forms, &KeyForms::createdElsewhere, this, [this](const ApiKey &key, const QString &place) {
        m_feedback.toast(tr("“%1” was created in %2.").arg(key.config.name, place));
    });
}

QWidget *AcrossActions::makePage() {
    auto *page = new ComparePage(*m_places, m_window.service().clock(), timeZone(m_window.context().settings),
                                 &m_window);
    connect(&m_window.context().settings, &Settings::changed, page,
            [this, page] { page->setTimeZone(timeZone(m_window.context().settings)); });
    connect(page, &ComparePage::likeWanted, this,
            [this](const KeyId &connection, const KeyId &key, const PlaceChoice &other) {
                createLike(connection, key, other);
            });
    connect(page, &ComparePage::keyWanted, this, &AcrossActions::openKey);
    return page;
}

void AcrossActions::openKey(const KeyId &connection, const KeyId &key) {
    if (const AllConnections *all = m_window.context().all) {
        const auto row = all->rowOf(connection);
        if (row && row->state == AllConnections::State::Shown)
            return m_window.jumpTo(key.at(row->place));
    }
    const ConnectionBook *book = m_window.context().book;
    if (connection != m_window.context().connection.id) {
        if (const auto other = book ? book->find(connection) : std::nullopt)
            emit m_window.keyElsewhereRequested(*other, key);
        return;
    }
    m_window.showPage({});
    m_window.jumpTo(key);
}

void AcrossActions::createLikeCurrent() {
    const KeyId key = m_window.page().table().currentKey();
    if (key.isNull())
        return;
    const AllConnections *all = m_window.context().all;
    const auto through = all ? all->connectionOf(key) : std::optional(m_window.context().connection);
    if (through)
        createLike(through->id, key.at(0), {});
}

void AcrossActions::createLike(const KeyId &connection, const KeyId &key,
                               const std::optional<PlaceChoice> &to) {
    if (m_sheet)
        return bringForward(m_sheet);
    const auto service = m_places->service(connection);
    if (!service)
        return;
    service->backend().rows({key}) | then(this, [this, service, connection,
                                                 to](const Result<QList<ApiKey>> &rows) {
        if (!rows)
            return m_feedback.toast(sentence(rows.error()));
        if (rows->isEmpty() || rows->first().state == KeyState::Deleted ||
            rows->first().state == KeyState::Purged)
            return m_feedback.toast(sentence(Error(ErrorCode::NotFound)));
        if (rows->first().damaged)
            return m_feedback.toast(
                sentence(Error(ErrorCode::Damaged, {{QStringLiteral("id"), rows->first().id.toString()}})));
        const KeyConfig &c = rows->first().config;
        const bool known = service->backend().capabilities().environments && c.environmentKnown;
        ask(service, {connection, known ? std::optional(c.environment) : std::nullopt}, rows->first(), to);
    });
}

void AcrossActions::ask(const std::shared_ptr<KeyService> &from, const PlaceChoice &place, const ApiKey &key,
                        const std::optional<PlaceChoice> &to) {
    if (m_sheet)
        return bringForward(m_sheet);
    m_sheet = new CopyTargetSheet(*m_places, key, from->backend().catalogue(), place,
                                  m_window.service().clock(), &m_window);
    m_sheet->setAttribute(Qt::WA_DeleteOnClose);
    if (to)
        m_sheet->choose(*to);
    connect(m_sheet, &QDialog::accepted, this, [this, sheet = m_sheet.data(), name = key.config.name] {
        const CopyPlan &plan = sheet->plan();
        LikeThis like;
        like.config = plan.config;
        if (plan.config.environmentKnown)
            like.environment = plan.config.environment;
        like.name = name;
        like.place = sheet->targetName();
        like.notice = sheet->notice();
        like.service = sheet->service();
        like.newExpiry = plan.gaps.contains(CopyGap::ExpiryPassed);
        m_forms.createLike(like);
    });
    connect(m_sheet, &QDialog::finished, this, [this] { m_sheet.clear(); });
    m_sheet->setWindowModality(Qt::WindowModal);
    m_sheet->open();
}

} // namespace latchkey::ui

#include "ui/permissions/permission_tree.h"

#include "ui/permissions/failed_request.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey::ui {

PermissionTree::PermissionTree(const Catalogue &catalogue, const Principal &principal, QWidget *parent)
    : QWidget(parent)
    , m_model(new PermissionModel(catalogue, principal, this))
    , m_filter(new QLineEdit(this))
    , m_granted(new QToolButton(this))
    , m_start(new QPushButton(tr("Start from"), this))
    , m_askFailed(new QPushButton(tr("Add from a failed request…"), this))
    , m_failed(new FailedRequest(catalogue, *m_model, this))
    , m_none(new QLabel(tr("The permission catalogue has none for this type of key."), this))
    , m_view(new PermissionView(m_model, this)) {
    m_filter->setPlaceholderText(tr("Filter permissions"));
    m_filter->setAccessibleName(tr("Filter permissions"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(QStringLiteral("filter"), ColorRole::Secondary),
                        QLineEdit::LeadingPosition);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    m_askFailed->setObjectName(QStringLiteral("askFailedRequest"));
    m_askFailed->setCheckable(true);
    m_askFailed->setAutoDefault(false);
    m_askFailed->setToolTip(tr("Marks the permission that a refused request needed"));
    m_failed->hide();
    m_granted->setObjectName(QStringLiteral("grantedOnly"));
    m_granted->setText(tr("Granted only"));
    m_granted->setToolTip(tr("Hides permissions that are not granted"));
    m_granted->setCheckable(true);
    m_start->setObjectName(QStringLiteral("startFrom"));
    m_start->setToolTip(tr("Takes the permissions of a template or of another key"));
    m_start->setAutoDefault(false);
    m_start->hide();
    m_granted->setFocusPolicy(Qt::TabFocus);
    m_granted->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_filter, 1);
    head->addWidget(m_granted);
    box->addLayout(head);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addWidget(m_start);
    ways->addWidget(m_askFailed);
    ways->addStretch(1);
    box->addLayout(ways);
    box->addWidget(m_failed);
    m_none->setWordWrap(true);
    m_none->setProperty("secondary", true);
    box->addWidget(m_none);
    box->addWidget(m_view, 1);
    setFocusPolicy(Qt::ClickFocus);
    connect(m_filter, &QLineEdit::textChanged, this, qOverload<>(&PermissionTree::applyFilter));
    connect(m_granted, &QToolButton::toggled, this, qOverload<>(&PermissionTree::applyFilter));
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &PermissionView::typed, this, [this](const QString &text) {
        m_filter->setFocus();
        m_filter->insert(text);
    });
    connect(m_view, &QTreeView::expanded, m_view, &QWidget::updateGeometry);
    connect(m_view, &QTreeView::collapsed, m_view, &QWidget::updateGeometry);
    connect(m_model, &PermissionModel::scopesChanged, this, &PermissionTree::scopesChanged);
    const auto showNone = [this] {
        m_none->setVisible(m_model->rowCount() == 0);
        m_view->setVisible(m_model->rowCount() > 0);
    };
    showNone();
    connect(m_model, &QAbstractItemModel::modelReset, this, [this, showNone] {
        showNone();
        expandResources();
        applyFilter();
    });
    connect(m_askFailed, &QPushButton::clicked, this, &PermissionTree::askForFailedRequest);
    connect(m_failed, &FailedRequest::closed, this, [this] {
        askForFailedRequest(false);
        m_askFailed->setFocus();
    });
    connect(m_failed, &FailedRequest::marked, this, &PermissionTree::bringIntoView);
    expandResources();
}

void PermissionTree::focusInEvent(QFocusEvent *e) {
    m_view->setFocus(e->reason());
}

void PermissionTree::askForFailedRequest(bool open) {
    m_askFailed->setChecked(open);
    m_failed->setVisible(open);
    if (open)
        m_failed->start();
}

void PermissionTree::bringIntoView(const Scope &scope) {
    m_filter->clear();
    const QModelIndex at = m_model->find(scope.toString());
    for (QModelIndex up = at.parent(); up.isValid(); up = up.parent())
        m_view->expand(up);
    if (at.isValid()) {
        m_view->setCurrentIndex(at);
        m_view->showCurrent();
    }
}

void PermissionTree::addScopes(const ScopeSet &scopes) {
    for (const Scope &s : scopes) {
        if (m_model->addScope(s) == PermissionModel::Added::Yes)
            bringIntoView(s);
    }
}

void PermissionTree::spanScopes(const QModelIndex &parent) {
    for (int r = 0; r < m_model->rowCount(parent); ++r) {
        const QModelIndex at = m_model->index(r, 0, parent);
        m_view->setFirstColumnSpanned(r, parent, m_model->kindOf(at) == PermissionModel::Kind::Scope);
        spanScopes(at);
    }
}

void PermissionTree::expandResources() {
    spanScopes({});
    for (int g = 0; g < m_model->rowCount(); ++g) {
        const QModelIndex at = m_model->index(g, 0);
        if (m_model->kindOf(at) == PermissionModel::Kind::Group)
            m_view->expand(at);
        if (at.data(Qt::DisplayRole).isValid() && m_model->levelOf(at) == AccessLevel::Custom)
            m_view->expand(at);
        for (int r = 0; r < m_model->rowCount(at); ++r) {
            if (m_model->levelOf(m_model->index(r, 0, at)) == AccessLevel::Custom)
                m_view->expand(m_model->index(r, 0, at));
        }
    }
    if (!m_view->currentIndex().isValid()) // a current cell always: a screen reader needs one
        m_view->setCurrentIndex(m_model->index(0, PermissionModel::NoAccess));
    m_view->updateGeometry();
}

void PermissionTree::setScopes(const ScopeSet &scopes, const ScopeSet &base) {
    m_model->setScopes(scopes, base);
}
void PermissionTree::setType(KeyType type) {
    m_model->setType(type);
}

void PermissionTree::setReadOnly(bool on) {
    m_model->setReadOnly(on);
    m_askFailed->setHidden(on);
    m_start->setHidden(on || !m_startMenu);
    m_failed->setHidden(on || !m_askFailed->isChecked());
    m_view->viewport()->update();
}

void PermissionTree::setGrantedOnly(bool on) {
    m_granted->setChecked(on);
}

void PermissionTree::offerStart() {
    m_startMenu = new QMenu(m_start);
    m_start->setMenu(m_startMenu);
    m_start->show();
    connect(m_startMenu, &QMenu::aboutToShow, this, &PermissionTree::fillStart);
    fillStart();
}

void PermissionTree::fillStart() {
    m_startMenu->clear();
    for (const KeyTemplate &t : m_model->templates()) {
        if (t.type != m_model->type())
            continue;
        QAction *a = m_startMenu->addAction(t.name);
        a->setToolTip(t.description);
        connect(a, &QAction::triggered, this, [this, scopes = t.scopes] { m_model->startFrom(scopes); });
    }
    if (!m_startMenu->isEmpty())
        m_startMenu->addSeparator();
    connect(m_startMenu->addAction(tr("Copy from key…")), &QAction::triggered, this,
            &PermissionTree::copyRequested);
}

void PermissionTree::applyFilter() {
    applyFilter(m_filter->text().trimmed(), {});
    m_view->updateGeometry();
}

/// Hides what neither fits, nor lies in, nor holds something that fits. True if anything under `parent` is
/// shown.
bool PermissionTree::applyFilter(const QString &text, const QModelIndex &parent) {
    const bool grantedOnly = m_granted->isChecked();
    bool any = false;
    for (int r = 0; r < m_model->rowCount(parent); ++r) {
        const QModelIndex at = m_model->index(r, 0, parent);
        const bool fits = text.isEmpty() || m_model->searchText(at).contains(text, Qt::CaseInsensitive);
        const bool below = applyFilter(fits ? QString() : text, at);
        const bool shown = below || (fits && (!grantedOnly || m_model->isGranted(at)));
        m_view->setRowHidden(r, parent, !shown);
        if (!fits && below)
            m_view->expand(at);
        any = any || shown;
    }
    return any;
}

} // namespace latchkey::ui

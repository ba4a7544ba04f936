#include "ui/permissions/failed_request.h"

#include "core/services/diagnosis/route_scope.h"
#include "ui/paste/paste_box.h"
#include "ui/permissions/permission_model.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace latchkey::ui {

FailedRequest::FailedRequest(const Catalogue &catalogue, PermissionModel &model, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_model(model)
    , m_paste(new PasteBox(this))
    , m_answer(new QLabel(this))
    , m_back(new QPushButton(tr("Take it back"), this)) {
    m_paste->setObjectName(QStringLiteral("failedRequest"));
    m_paste->setPlaceholderText(
        tr("Paste the response (403), the curl command or the log line of the request"));
    m_paste->setFixedHeight(4 * fontMetrics().lineSpacing() + 18);
    m_answer->setObjectName(QStringLiteral("failedAnswer"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_back->setObjectName(QStringLiteral("takeBack"));
    m_back->setAutoDefault(false);
    auto *close = new QPushButton(tr("Done"), this);
    close->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_answer, 1);
    line->addWidget(m_back, 0, Qt::AlignTop);
    line->addWidget(close, 0, Qt::AlignTop);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    box->addWidget(m_paste);
    box->addLayout(line);
    setFocusProxy(m_paste);
    connect(m_paste, &PasteBox::pasted, this, [this](const diagnosis::Reading &r) {
        unmark();
        take(r.facts);
    });
    connect(m_paste, &PasteBox::unreadable, this, [this](diagnosis::ReadProblem p) {
        unmark();
        say(sentence(p), true);
    });
    connect(m_paste, &PasteBox::cleared, this, [this] {
        unmark();
        say({}, false);
    });
    connect(&m_model, &PermissionModel::scopesChanged, this, [this] {
        if (!m_marking)
            takeByHand();
    });
    connect(close, &QPushButton::clicked, this, &FailedRequest::closed);
    connect(m_back, &QPushButton::clicked, this, [this] {
        const QString name = m_catalogue.nameOf(m_marked.value_or(Scope()));
        unmark();
        say(tr("“%1” is no longer marked.").arg(name), false);
        m_paste->setFocus();
    });
    say({}, false);
}

/// What another text had marked, and nobody has chosen since, goes with it.
void FailedRequest::unmark() {
    if (const auto marked = std::exchange(m_marked, std::nullopt)) {
        const QScopedValueRollback<bool> marking(m_marking, true);
        m_model.removeScope(*marked);
    }
}

/// Who chooses among the permissions of the same resource decides on the marked one too.
void FailedRequest::takeByHand() {
    const ScopeSet now = m_model.scopes(), changed = now.without(m_known).united(m_known.without(now));
    m_known = now;
    if (m_marked && std::any_of(changed.begin(), changed.end(),
                                [this](const Scope &s) { return s.resource() == m_marked->resource(); }))
        settle();
}

void FailedRequest::settle() {
    m_marked.reset();
    m_back->hide();
}

void FailedRequest::start() {
    settle(); // it was left as marked
    m_paste->take({});
    m_paste->setFocus();
}

void FailedRequest::paste(const QString &text) {
    m_paste->take(text);
}

QString FailedRequest::answer() const {
    return m_answer->text();
}

void FailedRequest::say(const QString &text, bool bad) {
    m_answer->setText(text);
    m_answer->setProperty("bad", bad);
    m_back->hide();
}

void FailedRequest::take(const diagnosis::Facts &f) {
    const QString request = (f.method + u' ' + f.path).trimmed();
    if (f.scope)
        return mark(*f.scope, false, request);
    if (!f.scopeText.isEmpty())
        return say(tr("“%1” is not the name of a permission.").arg(f.scopeText), true);
    if (const auto guess = diagnosis::scopeOfRoute(f.method, f.path, m_catalogue))
        return mark(*guess, true, request);
    if (f.status && *f.status != 403)
        return say(tr("The response was %1. A missing permission is answered with 403.").arg(*f.status),
                   true);
    say(request.isEmpty() ? tr("It doesn't say which permission was missing.")
                          : tr("“%1” doesn't tell which permission was missing.").arg(request),
        true);
}

void FailedRequest::mark(const Scope &scope, bool guessed, const QString &request) {
    if (!m_catalogue.find(scope))
        return say(tr("This vault's catalogue doesn't know “%1”. Nothing was marked.").arg(scope.toString()),
                   true);
    const QString name = tr("%1 (%2)", "permission, its id").arg(m_catalogue.nameOf(scope), scope.toString());
    if (m_model.scopes().contains(scope))
        return say(tr("%1 is chosen already.", "permission").arg(name), false);
    const QScopedValueRollback<bool> marking(m_marking, true);
    switch (m_model.addScope(scope)) {
    case PermissionModel::Added::NotHeld:
        return say(tr("%1 can't be marked, because you don't hold it yourself.", "permission").arg(name),
                   true);
    case PermissionModel::Added::WrongType:
        return say(tr("%1 doesn't fit the type of this key. Nothing was marked.", "permission").arg(name),
                   true);
    case PermissionModel::Added::Yes:
        break;
    }
    m_marked = scope;
    m_known = m_model.scopes();
    say(guessed ? tr("%1 is marked to be added. It was guessed from “%2”: check that it is right.",
                     "permission, method and path")
                      .arg(name, request)
                : tr("%1 is marked to be added, once you finish this form.", "permission").arg(name),
        false);
    m_back->show();
    emit marked(scope);
}

void FailedRequest::keyPressEvent(QKeyEvent *e) {
    if (e->key() == Qt::Key_Escape)
        emit closed(); // this, not the form around it
    else
        QWidget::keyPressEvent(e);
}

} // namespace latchkey::ui

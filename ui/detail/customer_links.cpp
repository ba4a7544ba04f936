#include "ui/detail/customer_links.h"

#include "core/model/futures.h"

#include <QUrl>

namespace latchkey::ui {

namespace {
constexpr qsizetype Shown = 50;
}

CustomerLinks::CustomerLinks(VaultBackend &backend, const QStringList &ids, QWidget *parent)
    : QLabel(parent)
    , m_ids(ids.mid(0, Shown))
    , m_more(ids.size() - m_ids.size()) {
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QLabel::linkActivated, this,
            [this](const QString &link) { emit requested(QUrl::fromPercentEncoding(link.toLatin1())); });
    fill(nullptr);
    backend.customersNamed(m_ids) | then(this, [this](const Result<QList<Customer>> &known) {
        if (known)
            fill(&*known);
    });
}

void CustomerLinks::fill(const QList<Customer> *known) {
    QHash<QString, QString> names;
    for (const Customer &c : known ? *known : QList<Customer>())
        names.insert(c.id, c.name);
    QStringList lines, spoken;
    for (const QString &id : m_ids) {
        const QString name = names.value(id);
        const QString text = !known || name == id ? id
                             : name.isEmpty()     ? tr("%1 (no such customer)").arg(id)
                                                  : tr("%1 (%2)", "name (id)").arg(name, id);
        spoken.append(text);
        lines.append(QStringLiteral("<a href=\"%1\">%2</a>")
                         .arg(QString::fromLatin1(QUrl::toPercentEncoding(id)), text.toHtmlEscaped()));
    }
    if (m_more > 0)
        lines.append(tr("and %Ln more", nullptr, static_cast<int>(m_more)));
    setText(lines.join(QStringLiteral("<br>")));
    setAccessibleName(tr("Customers: %1").arg(spoken.join(QStringLiteral(", "))));
}

} // namespace latchkey::ui

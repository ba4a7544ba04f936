#include "ui/dialogs/edit/changes_panel.h"

#include "ui/dialogs/edit/config_fields.h"
#include "ui/theme/cell_text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace latchkey::ui {

ChangesPanel::ChangesPanel(Catalogue catalogue, const QTimeZone &zone, QWidget *parent)
    : QFrame(parent)
    , m_catalogue(std::move(catalogue))
    , m_zone(zone)
    , m_text(new QLabel(this)) {
    auto *title = new QLabel(tr("Changes"), this);
    title->setProperty("section", true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAccessibleName(tr("Changes"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(20, 20, 20, 20);
    box->setSpacing(8);
    box->addWidget(title);
    box->addWidget(m_text);
    box->addStretch(1);
}

QString ChangesPanel::text() const {
    return m_text->text();
}

void ChangesPanel::show(const KeyConfig &before, const KeyConfig &after) {
    QStringList blocks;
    for (const ConfigField f : changedFields(before, after)) {
        QStringList lines;
        if (f == ConfigField::Scopes) {
            const ScopeDiff d = scopeDiff(before.scopes, after.scopes, m_catalogue);
            for (const QString &name : d.added)
                lines.append(tr("+ %1", "a permission is added").arg(name.toHtmlEscaped()));
            for (const QString &name : d.removed)
                lines.append(tr("− %1", "a permission is removed").arg(name.toHtmlEscaped()));
        } else {
            lines.append(tr("%1 → %2", "from, to")
                             .arg(breakable(fieldText(before, f, m_catalogue, m_zone)).toHtmlEscaped(),
                                  breakable(fieldText(after, f, m_catalogue, m_zone)).toHtmlEscaped()));
        }
        blocks.append(QStringLiteral("<p><b>%1</b><br>%2</p>")
                          .arg(fieldName(f).toHtmlEscaped(), lines.join(QStringLiteral("<br>"))));
    }
    m_text->setText(blocks.isEmpty() ? tr("Nothing changed yet.") : blocks.join(QString()));
}

} // namespace latchkey::ui

#include "ui/shell/page_buttons.h"

#include "ui/commands/command_texts.h"
#include "ui/commands/page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_commands.h"
#include "ui/shell/page_stack.h"

#include <QAbstractButton>
#include <QEvent>

namespace latchkey::ui {

PageButtons::PageButtons(MainWindow &window)
    : QObject(&window.commands()) // goes with them
    , m_window(window) {
    const struct {
        const char *page, *id;
        QString text, help;
        const char *icon;
        bool separator = false;
    } rows[] = {
        {"rules", "rules.edit", Commands::tr("Edit Gateway Rule…"),
         Commands::tr("Changes the selected rule of the draft"), "edit", true},
        {"rules", "rules.remove", Commands::tr("Delete Gateway Rule"),
         Commands::tr("Takes the selected rule out of the draft"), "trash"},
        {"rules", "rules.up", Commands::tr("Move Gateway Rule Up"),
         Commands::tr("The selected rule decides before the one above it"), "chevron-up"},
        {"rules", "rules.down", Commands::tr("Move Gateway Rule Down"),
         Commands::tr("The selected rule decides after the one below it"), "chevron-down"},
        {"rules", "rules.try", Commands::tr("Try Gateway Rules"),
         Commands::tr("Shows which of the last 1,000 requests would get another answer"), "play"},
        {"rules", "rules.save", Commands::tr("Save Gateway Rules"),
         Commands::tr("The rules of the draft hold at every gateway"), "check"},
        {"rules", "rules.discard", Commands::tr("Discard Changes of Gateway Rules"),
         Commands::tr("Goes back to the rules that hold"), "undo"},
        {"catalogue", "catalogue.review", Commands::tr("Review and Save Catalogue…"),
         Commands::tr("Shows what the draft changes and which keys it touches, before it is saved"), "check",
         true},
        {"catalogue", "catalogue.discard", Commands::tr("Discard Changes of Catalogue"),
         Commands::tr("Goes back to the catalogue that is saved"), "undo"},
        {"customers", "customers.keys", Commands::tr("Show Keys of Customer"),
         Commands::tr("Shows the keys that name the selected customer"), "key", true},
        {"customers", "customers.edit", Commands::tr("Edit Customer…"),
         Commands::tr("Changes name and note of the selected customer"), "edit"},
        {"customers", "customers.remove", Commands::tr("Delete Customer…"),
         Commands::tr("Takes the selected customer off the list; asks first where keys name it"), "trash"},
    };
    for (const auto &row : rows) {
        const QString id = QLatin1StringView(row.id);
        m_pages.insert(id, QLatin1StringView(row.page));
        window.commands().add({id,
                               QStringLiteral("Tools"),
                               row.text,
                               row.help,
                               QLatin1StringView(row.icon),
                               {},
                               false,
                               row.separator},
                              [this, id] {
                                  if (QAbstractButton *b = button(id))
                                      b->click();
                              });
    }
    connect(&window.pages(), &PageStack::pageShown, this, &PageButtons::follow);
    follow();
}

/// Null while its page is not the one that is shown: what cannot be seen is not changed.
QAbstractButton *PageButtons::button(const QString &command) const {
    const PageStack &pages = m_window.pages();
    const Page *page = pages.shown() == m_pages.value(command) ? pages.page() : nullptr;
    return page ? page->buttons().value(command) : nullptr;
}

void PageButtons::follow() {
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        if (QAbstractButton *b = button(it.key())) {
            b->installEventFilter(this);
            m_window.commands().setEnabled(it.key(), b->isEnabled(), b->toolTip());
            continue;
        }
        const QString missing = whyNoPage(m_window, it.value());
        m_window.commands().setEnabled(it.key(), false,
                                       missing.isEmpty() ? Commands::tr("Go to its page first") : missing);
    }
}

bool PageButtons::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::EnabledChange || event->type() == QEvent::ToolTipChange)
        follow();
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey::ui

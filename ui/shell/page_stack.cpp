#include "ui/shell/page_stack.h"

#include "ui/commands/page.h"

#include <algorithm>

namespace latchkey::ui {

PageStack::PageStack(MainWindow &window, QWidget *parent)
    : QStackedWidget(parent)
    , m_window(window) {}

void PageStack::setKeysPage(QWidget *keys) {
    m_made.insert(QString(), keys);
    addWidget(keys);
}

void PageStack::add(const PageSpec &spec) {
    m_specs.append(spec);
}

QWidget *PageStack::widgetOf(const QString &id) {
    if (QWidget *made = m_made.value(id))
        return made;
    const auto spec =
        std::find_if(m_specs.cbegin(), m_specs.cend(), [&id](const PageSpec &s) { return s.id == id; });
    if (spec == m_specs.cend())
        return nullptr;
    QWidget *page = spec->make(m_window);
    page->setAccessibleName(QString(spec->title).remove(u'&'));
    m_made.insert(id, page);
    addWidget(page);
    return page;
}

void PageStack::showPage(const QString &id) {
    QWidget *page = widgetOf(id);
    if (!page || (id == m_shown && page == currentWidget()))
        return;
    m_shown = id;
    setCurrentWidget(page);
    emit pageShown(id);
}

std::optional<QString> PageStack::unsaved(const std::function<void()> &leave) const {
    for (auto it = m_made.cbegin(); it != m_made.cend(); ++it) {
        auto *page = dynamic_cast<Page *>(it.value());
        if (page && !page->mayGo(leave))
            return it.key();
    }
    return std::nullopt;
}

Page *PageStack::page() const {
    return keysShown() ? nullptr : dynamic_cast<Page *>(currentWidget());
}

} // namespace latchkey::ui

#include "ui/catalogue/catalogue_page.h"
#include "ui/catalogue/draft_edits.h"
#include "ui/catalogue/item_forms.h"
#include "ui/catalogue/review_view.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace latchkey::ui {

CataloguePage::CataloguePage(KeyService &service, Feedback &feedback, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_feedback(feedback)
    , m_stack(new QStackedWidget(this))
    , m_review(new ReviewView(service, this)) {
    setObjectName(QStringLiteral("cataloguePage"));
    m_pool.setMaxThreadCount(1);
    m_stack->addWidget(makeEditor());
    m_stack->addWidget(m_review);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_stack);
    setFocusProxy(m_tree);
    connect(m_tree, &CatalogueTree::chosen, this, &CataloguePage::showPlace);
    connect(m_review, &ReviewView::backRequested, this, &CataloguePage::escape);
    connect(m_review, &ReviewView::saveRequested, this, &CataloguePage::save);
    connect(&service.backend(), &VaultBackend::catalogueChanged, this, &CataloguePage::catalogueChanged);
    load();
    if (!service.mayAdminister()) {
        for (ItemForm *form :
             {static_cast<ItemForm *>(m_catalogueForm), static_cast<ItemForm *>(m_resourceForm),
              static_cast<ItemForm *>(m_scopeForm), static_cast<ItemForm *>(m_templateForm)})
            form->setReadOnly(true);
        m_import->setEnabled(false);
        m_from->setEnabled(false);
    }
}

QWidget *CataloguePage::makeHeader() {
    auto *bar = new QWidget(this);
    auto *title = new QLabel(tr("Permission catalogue"), bar);
    title->setProperty("heading", true);
    m_from = new QPushButton(tr("Start From"), bar);
    m_from->setObjectName(QStringLiteral("catalogueFrom"));
    m_from->setToolTip(tr("Takes one of the catalogues that come with Latchkey, to be reviewed and saved"));
    auto *menu = new QMenu(m_from);
    const auto shipped = shippedCatalogues();
    for (const ShippedCatalogue &s : shipped)
        connect(menu->addAction(s.name), &QAction::triggered, this, [this, json = s.json] {
            if (const auto c = Catalogue::fromJson(json))
                replaceWith(*c, QStringLiteral("catalogue.import"));
        });
    m_from->setMenu(menu);
    m_import = new QPushButton(tr("Import…"), bar);
    m_import->setToolTip(tr("Takes the catalogue of a JSON file, to be reviewed and saved"));
    auto *exporting = new QPushButton(tr("Export…"), bar);
    exporting->setToolTip(tr("Writes the saved catalogue to a JSON file"));
    connect(m_import, &QPushButton::clicked, this, &CataloguePage::askForImport);
    connect(exporting, &QPushButton::clicked, this, &CataloguePage::askForExport);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    title->setWordWrap(true);
    row->addWidget(title, 1);
    row->addWidget(m_from);
    row->addWidget(m_import);
    row->addWidget(exporting);
    return bar;
}

QWidget *CataloguePage::makeTools() {
    auto *bar = new QWidget(this);
    const auto tool = [bar](const char *icon, const QString &tip, const QKeySequence &key) {
        auto *b = new QToolButton(bar);
        b->setIcon(themedIcon(QLatin1StringView(icon).toString()));
        b->setToolTip(key.isEmpty()
                          ? tip
                          : tr("%1 (%2)", "what, shortcut").arg(tip, key.toString(QKeySequence::NativeText)));
        b->setAccessibleName(tip);
        b->setShortcut(key);
        b->setAutoRaise(true);
        b->setFocusPolicy(Qt::TabFocus);
        return b;
    };
    m_add = tool("plus", tr("Add"), {});
    m_add->setObjectName(QStringLiteral("catalogueAdd"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto *menu = new QMenu(m_add);
    const auto entry = [this, menu](const QString &text, auto edit) {
        QAction *a = menu->addAction(text);
        connect(a, &QAction::triggered, this, [this, edit] { change(edit(&m_draft, m_tree->place())); });
        return a;
    };
    entry(tr("Resource"), draft_edits::addResource);
    m_addScope = entry(tr("Permission"), draft_edits::addScope);
    entry(tr("Template"), draft_edits::addTemplate);
    m_add->setMenu(menu);
    m_remove = tool("trash", tr("Remove"), {});
    m_remove->setObjectName(QStringLiteral("catalogueRemove"));
    m_up = tool("chevron-up", tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down = tool("chevron-down", tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down));
    connect(m_remove, &QToolButton::clicked, this,
            [this] { change(draft_edits::remove(&m_draft, m_tree->place())); });
    connect(m_up, &QToolButton::clicked, this,
            [this] { change(draft_edits::move(&m_draft, m_tree->place(), -1)); });
    connect(m_down, &QToolButton::clicked, this,
            [this] { change(draft_edits::move(&m_draft, m_tree->place(), 1)); });
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(2);
    for (QToolButton *b : {m_add, m_remove, m_up, m_down})
        row->addWidget(b);
    row->addStretch(1);
    return bar;
}

QWidget *CataloguePage::makeForms() {
    m_forms = new QStackedWidget(this);
    m_catalogueForm = new CatalogueForm(m_forms);
    m_resourceForm = new ResourceForm(m_forms);
    m_scopeForm = new ScopeForm(m_forms);
    m_templateForm = new TemplateForm(m_forms);
    for (ItemForm *form : {static_cast<ItemForm *>(m_catalogueForm), static_cast<ItemForm *>(m_resourceForm),
                           static_cast<ItemForm *>(m_scopeForm), static_cast<ItemForm *>(m_templateForm)}) {
        auto *area = new QScrollArea(m_forms);
        area->setWidget(form);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setFocusPolicy(Qt::NoFocus);
        area->viewport()->setBackgroundRole(QPalette::Base);
        area->setMinimumWidth(form->minimumSizeHint().width() +
                              area->verticalScrollBar()->sizeHint().width());
        m_forms->addWidget(area);
        connect(form, &ItemForm::edited, this, &CataloguePage::formEdited);
    }
    return m_forms;
}

QWidget *CataloguePage::makeEditor() {
    auto *editor = new QWidget(this);
    auto *left = new QWidget(editor);
    m_tree = new CatalogueTree(left);
    m_tree->setFrameShape(QFrame::NoFrame);
    auto *leftBox = new QVBoxLayout(left);
    leftBox->setContentsMargins(0, 0, 0, 0);
    leftBox->setSpacing(0);
    leftBox->addWidget(makeTools());
    leftBox->addWidget(m_tree, 1);
    auto *split = new QSplitter(Qt::Horizontal, editor);
    split->addWidget(left);
    split->addWidget(makeForms());
    split->setChildrenCollapsible(false);
    split->setStretchFactor(1, 1);
    split->setSizes({280, 520});
    m_state = new QLabel(editor);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_discard = new QPushButton(tr("Discard"), editor);
    m_discard->setObjectName(QStringLiteral("discardCatalogue"));
    m_reviewButton = new QPushButton(tr("Review and Save…"), editor);
    m_reviewButton->setObjectName(QStringLiteral("reviewCatalogue"));
    m_reviewButton->setProperty("primary", true);
    connect(m_discard, &QPushButton::clicked, this, &CataloguePage::discard);
    connect(m_reviewButton, &QPushButton::clicked, this, &CataloguePage::review);
    m_guard = new InlineGuard({}, tr("Keep Editing"), tr("Discard Changes"), editor);
    m_guard->setObjectName(QStringLiteral("catalogueGuard"));
    connect(m_guard, &InlineGuard::stayed, this, [this] {
        m_leave = {};
        m_tree->setFocus();
    });
    connect(m_guard, &InlineGuard::left, this, [this] {
        if (const auto leave = std::exchange(m_leave, {}))
            leave();
    });
    auto *question = new QVBoxLayout;
    question->setContentsMargins(16, 12, 16, 0);
    question->addWidget(m_guard);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_state, 1);
    row->addWidget(m_discard);
    row->addWidget(m_reviewButton);
    auto *box = new QVBoxLayout(editor);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(makeHeader());
    box->addWidget(split, 1);
    box->addLayout(question);
    box->addLayout(row);
    return editor;
}

} // namespace latchkey::ui

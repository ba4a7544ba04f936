#include "ui/dialogs/form/sheet_layout.h"

#include <QDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

namespace latchkey::ui {

namespace {
QFrame *lineOf(QFrame::Shape shape, QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent) {
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}
} // namespace

void fitToScreen(QDialog *sheet, const QSize &wanted) {
    constexpr QSize Frame(16, 48), Least(640, 420); // what a window manager puts around it
    sheet->setMinimumSize(Least.boundedTo(wanted));
    sheet->resize(
        wanted.boundedTo(sheet->screen()->availableSize() - Frame).expandedTo(sheet->minimumSize()));
}

QWidget *sheetPage(QWidget *form, QWidget *side, QWidget *question, QWidget *buttons, QWidget *parent) {
    auto *page = new QWidget(parent);
    auto *formArea = scrolled(form, page);
    formArea->viewport()->setBackgroundRole(QPalette::Base);
    formArea->viewport()->setAutoFillBackground(true);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(formArea, 1);
    if (side) {
        auto *sideArea = scrolled(side, page);
        sideArea->setFixedWidth(308);
        middle->addWidget(lineOf(QFrame::VLine, page));
        middle->addWidget(sideArea);
    }
    auto *questionRow = new QVBoxLayout;
    questionRow->setContentsMargins(24, 16, 24, 0);
    questionRow->addWidget(question);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addLayout(middle, 1);
    box->addWidget(lineOf(QFrame::HLine, page));
    box->addLayout(questionRow);
    box->addWidget(buttons);
    return page;
}

QWidget *sheetButtons(QLabel *reason, QPushButton *cancel, QPushButton *primary) {
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 14, 24, 14);
    row->setSpacing(8);
    reason->setProperty("secondary", true);
    reason->setWordWrap(true);
    reason->setTextFormat(Qt::PlainText);
    cancel->setAutoDefault(false);
    primary->setAutoDefault(false);
    if (!primary->property("danger").toBool())
        primary->setProperty("primary", true);
    row->addWidget(reason, 1);
    row->addWidget(cancel);
    row->addWidget(primary);
    return bar;
}

} // namespace latchkey::ui

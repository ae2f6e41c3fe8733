document.title = 'Desk';
export {};

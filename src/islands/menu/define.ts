import { MenuElement } from './lt-menu.ts';

MenuElement.define();
